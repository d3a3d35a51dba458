import {
  agencyContractSchema,
  deductionClaimKinds,
  fen,
  fenSchema,
  period,
  plainDateSchema,
  ratePpm,
  serviceOrderSchema,
  type AgencyContract,
  type BonusTaxing,
  type Branch,
  type ContributionDifference,
  type Fen,
  type PayItem,
  type Period,
  type RatePpm,
  type ServiceOrder,
  type Stay,
  type VatTaxpayer,
} from "@tongchou/core";
import type { FactPack } from "@tongchou/statutory";
import { z } from "zod";
import { insuranceKinds } from "../contributions.js";
import type { StatementReference } from "../correction/statement-correction.js";
import type { LawDate } from "../law-date.js";
import type { DeductionClaim } from "../pay/deductions/take-deductions.js";
import type { DeductionMode } from "../tax/wage-withholding.js";

/** Deductions from pay beyond insurance, housing fund and tax. */
export interface OtherDeduction {
  readonly kind: "court-order" | "agreed";
  readonly amountFen: Fen;
}

/** Who gets the money of a line: the worker's own card, or the agency that employs the worker. */
export type LinePayee = { readonly kind: "worker" } | { readonly kind: "agency"; readonly agencyId: string };

/** What was in force for a worker before the migration. */
export interface LineBaseline {
  readonly grossFen: Fen;
  readonly contributionWageFen: Fen;
  readonly housingFundRate: RatePpm;
}

/** One worker's month, as it goes into a statement. */
export interface LineInput {
  readonly workerId: string;
  readonly name: string;
  /** Identity number with its middle hidden. */
  readonly documentMasked: string;
  readonly branch: Branch;
  /** A line of another route is refused: by law its money may not pass through the platform. */
  readonly route?: "through-platform" | undefined;
  readonly payee: LinePayee;
  readonly employerOfRecordId: string;
  readonly withholdingAgentId: string;
  /** Contract the worker is supplied under now. */
  readonly contractId?: string | undefined;
  /** Contract that is settled: another one only once a new agency has been chosen. */
  readonly settledContractId?: string | undefined;
  /** Days under the contract, of somebody who joined or left in the month; a fee by heads counts them. */
  readonly stay?: Stay | undefined;
  readonly pay: readonly PayItem[];
  /**
   * The worker's choice for a year-end bonus among the pay. Without it the bonus is taxed apart as long as
   * the law lets it be (财税〔2018〕164号, article 1).
   */
  readonly bonusTaxing?: BonusTaxing | undefined;
  /** Wage that contributions are declared on; 0 for somebody who is not insured. */
  readonly contributionWageFen: Fen;
  /** Work injury alone for a second employer, and for somebody past retirement age. */
  readonly contributionScope?: "work-injury" | undefined;
  /** Contributions of earlier months that are made up in this one. */
  readonly contributionDifferences?: readonly ContributionDifference[] | undefined;
  readonly housingFundRate: RatePpm;
  readonly deductionMode: DeductionMode;
  /** Months at the withholding agent this year, this one included. */
  readonly monthsAtAgent: number;
  /** Of the year, this month included. */
  readonly additionalDeductionsFen: Fen;
  readonly incomeBeforeFen: Fen;
  /** Part of it that the law exempts from tax. */
  readonly exemptBeforeFen?: Fen | undefined;
  readonly specialDeductionsBeforeFen: Fen;
  readonly taxWithheldBeforeFen: Fen;
  readonly otherDeductions: readonly OtherDeduction[];
  /** Claims on what is left after them, each taken as far as the law and the pay allow. */
  readonly claims?: readonly DeductionClaim[] | undefined;
  readonly baseline?: LineBaseline | undefined;
  /** False while the wage account is missing or wrong: the net pay is held. */
  readonly hasAccount: boolean;
}

/** A worker who is not settled this month, and the codes of the issues that hold the worker out. */
export interface ExcludedWorker {
  readonly workerId: string;
  readonly codes: readonly string[];
}

/** Choices that a statement names. */
export interface StatementSettings {
  /**
   * Insurance of case 1: `forward` passes the unit's money on through the platform account at no fee, `unit`
   * leaves the payment to the unit (open point A of the policy's reading).
   */
  readonly case1Insurance: "forward" | "unit";
  /** Working rule for the time between money in and money out, in days. */
  readonly floatDaysMax: number;
}

/** One unit's month, as it is settled. */
export interface UnitMonth {
  readonly statementId: string;
  readonly period: Period;
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly creditCode: string;
    readonly division: string;
    readonly workInjuryClass?: number | undefined;
  };
  readonly law: LawDate;
  /** Last day before the migration, whose law the change of cost is measured from. */
  readonly baselineLaw: LawDate;
  readonly settings: StatementSettings;
  readonly agencies: readonly {
    readonly id: string;
    readonly name: string;
    readonly vatTaxpayer: VatTaxpayer;
  }[];
  readonly contracts: readonly AgencyContract[];
  /** Services that the unit ordered beyond the workers' routes; nothing is ordered without it. */
  readonly serviceOrders?: readonly ServiceOrder[] | undefined;
  readonly workers: readonly LineInput[];
  readonly excluded: readonly ExcludedWorker[];
  /** What the unit still owed, or had paid too much (negative), after the month before. */
  readonly previousBalanceFen: Fen;
  /** What the unit has paid in for this statement. */
  readonly receivedFen: Fen;
}

/**
 * Everything a statement is reckoned from; a statement carries it whole, so that anyone can reckon it again.
 */
export interface StatementInput extends UnitMonth {
  /** The deployment's packs cut down to the versions that were used, the lowest first. */
  readonly facts: readonly FactPack[];
  /** The issued statement that this one corrects. */
  readonly corrects?: StatementReference | undefined;
}

const signedFen: z.ZodType<Fen, unknown> = z.int().transform((value) => fen(value));
const rate: z.ZodType<RatePpm, unknown> = z
  .int()
  .min(0)
  .max(1_000_000)
  .transform((value) => ratePpm(value));

const staySchema: z.ZodType<Stay, unknown> = z
  .object({ from: plainDateSchema.optional(), to: plainDateSchema.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "the last day is before the first",
    params: { zh: "最后一天早于第一天" },
  });

const periodSchema: z.ZodType<Period, unknown> = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => period(text));

const contributionDifferenceSchema: z.ZodType<ContributionDifference, unknown> = z.object({
  serviceMonth: periodSchema,
  kind: z.enum([...insuranceKinds, "housing-fund"]),
  employeeFen: signedFen,
  employerFen: signedFen,
});

const claimSchema: z.ZodType<DeductionClaim, unknown> = z.object({
  id: z.string().min(1),
  kind: z.enum(deductionClaimKinds),
  since: plainDateSchema,
  dueFen: fenSchema,
  keepFen: fenSchema.optional(),
});

const lineSchema: z.ZodType<LineInput, unknown> = z.object({
  workerId: z.string().min(1),
  name: z.string(),
  documentMasked: z.string(),
  branch: z.enum(["1A", "1B", "1P", "2A", "2B", "3A", "3B", "3C", "3D", "P0", "R", "X"]),
  route: z
    .custom<"through-platform">((route) => route === "through-platform", {
      error: "by law the money of this route may not pass through the platform",
      params: { zh: "该结算路径的资金依法不得经平台账户" },
    })
    .optional(),
  payee: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("worker") }),
    z.object({ kind: z.literal("agency"), agencyId: z.string().min(1) }),
  ]),
  employerOfRecordId: z.string().min(1),
  withholdingAgentId: z.string().min(1),
  contractId: z.string().optional(),
  settledContractId: z.string().optional(),
  stay: staySchema.optional(),
  pay: z.array(
    z.object({
      kind: z.enum(["basic", "allowance", "performance", "overtime", "bonus", "other"]),
      amountFen: signedFen,
      serviceMonth: periodSchema.optional(),
      isExempt: z.boolean().optional(),
    }),
  ),
  bonusTaxing: z.enum(["apart", "merged"]).optional(),
  contributionWageFen: fenSchema,
  contributionScope: z.literal("work-injury").optional(),
  contributionDifferences: z.array(contributionDifferenceSchema).optional(),
  housingFundRate: rate,
  deductionMode: z.enum(["months-at-unit", "first-wage-of-year", "sixty-thousand"]),
  monthsAtAgent: z.int().min(1).max(12),
  additionalDeductionsFen: fenSchema,
  incomeBeforeFen: signedFen,
  exemptBeforeFen: signedFen.optional(),
  specialDeductionsBeforeFen: signedFen,
  taxWithheldBeforeFen: signedFen,
  otherDeductions: z.array(z.object({ kind: z.enum(["court-order", "agreed"]), amountFen: fenSchema })),
  claims: z.array(claimSchema).optional(),
  baseline: z
    .object({ grossFen: fenSchema, contributionWageFen: fenSchema, housingFundRate: rate })
    .optional(),
  hasAccount: z.boolean(),
});

const lawDateSchema: z.ZodType<LawDate, unknown> = z.object({
  on: plainDateSchema,
  knownOn: plainDateSchema.optional(),
});

/**
 * Shape of a unit's month in JSON: a statement's input but for its facts, which are read as packs. Members
 * that it does not know are left out.
 */
export const statementInputSchema: z.ZodType<UnitMonth, unknown> = z.object({
  statementId: z.string().min(1),
  period: periodSchema,
  unit: z.object({
    id: z.string().min(1),
    name: z.string(),
    creditCode: z.string(),
    division: z.string(),
    workInjuryClass: z.int().min(1).max(8).optional(),
  }),
  law: lawDateSchema,
  baselineLaw: lawDateSchema,
  settings: z.object({ case1Insurance: z.enum(["forward", "unit"]), floatDaysMax: z.int().min(0) }),
  agencies: z.array(
    z.object({ id: z.string(), name: z.string(), vatTaxpayer: z.enum(["general", "small-scale"]) }),
  ),
  contracts: z.array(agencyContractSchema),
  serviceOrders: z.array(serviceOrderSchema).optional(),
  workers: z.array(lineSchema),
  excluded: z.array(z.object({ workerId: z.string(), codes: z.array(z.string()) })),
  previousBalanceFen: signedFen,
  receivedFen: fenSchema,
});
