import { z } from "zod";
import type { PlainDate } from "../calendar/plain-date.js";
import type { IdentityDocumentKind } from "../identifiers/identity-number.js";
import type { BilingualText } from "../issues/issue.js";
import type { Fen } from "../money/fen.js";
import { fenSchema } from "../money/fen-schema.js";
import { ratePpm, type RatePpm } from "../money/rate.js";
import { plainDateSchema } from "../calendar/plain-date-schema.js";
import type { RowSource } from "../records/row-source.js";
import type { EmployingMode } from "./agency-contract.js";

/** The five populations that the platform settles (P1-3b), outbound labour counted apart. */
export type Population =
  | "non-establishment"
  | "public-welfare-post"
  | "migrant-worker"
  | "student-intern"
  | "work-relief"
  | "outbound-labour";

/** The names of the populations in messages. */
export const populationNames: Readonly<Record<Population, BilingualText>> = {
  "non-establishment": { zh: "非在编临聘人员", en: "non-establishment worker" },
  "public-welfare-post": { zh: "公益性岗位人员", en: "public-welfare post holder" },
  "migrant-worker": { zh: "农民工", en: "migrant worker" },
  "student-intern": { zh: "实习生", en: "student intern" },
  "work-relief": { zh: "以工代赈人员", en: "worker on work relief" },
  "outbound-labour": { zh: "劳务输出人员", en: "outbound worker" },
};

/** How the money of a population travels; the law fixes it, no setting can change it. */
export type SettlementRoute =
  "through-platform" | "project-account" | "direct-from-host" | "public-fund-account";

/** The settlement route of each population as a type: a record of another route does not compile. */
export interface RouteByPopulation {
  readonly "non-establishment": "through-platform";
  readonly "public-welfare-post": "through-platform";
  readonly "outbound-labour": "through-platform";
  readonly "migrant-worker": "project-account";
  readonly "student-intern": "direct-from-host";
  readonly "work-relief": "public-fund-account";
}

/** The settlement route of one population. */
export type RouteOf<P extends Population> = RouteByPopulation[P];

/** Populations whose money the platform never holds. */
export type OutsidePopulation = {
  readonly [P in Population]: RouteOf<P> extends "through-platform" ? never : P;
}[Population];

/**
 * The settlement route of each population.
 *
 * Migrant workers: State Council Order 724, articles 26 to 31. Interns: 教职成〔2021〕4号, article 18. The platform
 * never holds the money of a population that is not `through-platform`. The table is frozen.
 */
export const settlementRouteOf: RouteByPopulation = Object.freeze({
  "non-establishment": "through-platform",
  "public-welfare-post": "through-platform",
  "outbound-labour": "through-platform",
  "migrant-worker": "project-account",
  "student-intern": "direct-from-host",
  "work-relief": "public-fund-account",
});

/** Classes of posts on the statistics form. */
export type PostClass =
  "enforcement-support" | "general-support" | "window-service" | "technical" | "logistics";

/** The words the forms use for the classes of posts. */
export const postClassNames: Readonly<Record<PostClass, string>> = {
  "enforcement-support": "执法辅助",
  "general-support": "普通辅助",
  "window-service": "窗口服务",
  technical: "技术技能",
  logistics: "后勤服务",
};

/** Where the money for a post comes from. */
export type FundingSource = "fiscal-full" | "fiscal-balance" | "own-funds" | "special-funds" | "enterprise";

/** The words the forms use for sources of funds. */
export const fundingSourceNames: Readonly<Record<FundingSource, string>> = {
  "fiscal-full": "财政全额",
  "fiscal-balance": "财政差额",
  "own-funds": "单位自有经费",
  "special-funds": "专项经费",
  enterprise: "企业自筹",
};

/** One person in one post of a unit, as the roster form lists them before the migration. */
export interface Worker {
  /** Id without personal data: the employee number, or unit and serial number of the roster. */
  readonly workerId: string;
  readonly unitId: string;
  readonly population: Population;
  readonly name: string;
  readonly documentKind: IdentityDocumentKind;
  readonly documentNumber: string;
  readonly sex?: "male" | "female" | undefined;
  readonly birth?: PlainDate | undefined;
  readonly mobile?: string | undefined;
  readonly department?: string | undefined;
  readonly post?: string | undefined;
  readonly postClass?: PostClass | undefined;
  readonly mode: EmployingMode;
  /** Name of the agency as the roster has it. */
  readonly agencyName?: string | undefined;
  readonly hiredOn?: PlainDate | undefined;
  readonly contractEndsOn?: PlainDate | undefined;
  readonly fundingSource?: FundingSource | undefined;
  /** Monthly gross pay before the migration. */
  readonly grossFen?: Fen | undefined;
  /** The part of it that the unit pays itself: overtime, duty, performance (P2-3.4b). */
  readonly unitPaidFen?: Fen | undefined;
  readonly contributionWageFen?: Fen | undefined;
  /** Rate of each side; 0 when the person has no housing fund. */
  readonly housingFundRate?: RatePpm | undefined;
  readonly bankName?: string | undefined;
  /** The wage account; missing when the roster has none that can be used. */
  readonly account?: string | undefined;
  /** The worker's answer to the migration. */
  readonly willing?: boolean | undefined;
  readonly remark?: string | undefined;
  readonly source?: RowSource | undefined;
}

/** Shape of a worker in JSON: amounts in fen, rates in parts per million. */
export const workerSchema: z.ZodType<Worker, unknown> = z.object({
  workerId: z.string().min(1),
  unitId: z.string().min(1),
  population: z.enum([
    "non-establishment",
    "public-welfare-post",
    "migrant-worker",
    "student-intern",
    "work-relief",
    "outbound-labour",
  ]),
  name: z.string().min(1),
  documentKind: z.enum([
    "resident-identity-card",
    "hong-kong-macau-taiwan-residence-permit",
    "foreign-permanent-resident-card",
  ]),
  documentNumber: z.string().min(15).max(18),
  sex: z.enum(["male", "female"]).optional(),
  birth: plainDateSchema.optional(),
  mobile: z.string().optional(),
  department: z.string().optional(),
  post: z.string().optional(),
  postClass: z
    .enum(["enforcement-support", "general-support", "window-service", "technical", "logistics"])
    .optional(),
  mode: z.enum(["direct", "dispatch", "outsourcing"]),
  agencyName: z.string().optional(),
  hiredOn: plainDateSchema.optional(),
  contractEndsOn: plainDateSchema.optional(),
  fundingSource: z
    .enum(["fiscal-full", "fiscal-balance", "own-funds", "special-funds", "enterprise"])
    .optional(),
  grossFen: fenSchema.optional(),
  unitPaidFen: fenSchema.optional(),
  contributionWageFen: fenSchema.optional(),
  housingFundRate: z
    .int()
    .min(0)
    .max(1_000_000)
    .transform((value) => ratePpm(value))
    .optional(),
  bankName: z.string().optional(),
  account: z.string().optional(),
  willing: z.boolean().optional(),
  remark: z.string().optional(),
});

/** The workers of one unit, as the roster form lists them. */
export interface Roster {
  readonly unitId: string;
  readonly workers: readonly Worker[];
  /** Day the form was filled in, from its head. */
  readonly filledInOn?: PlainDate | undefined;
}

/** Shape of a roster in JSON. */
export const rosterSchema: z.ZodType<Roster, unknown> = z.object({
  unitId: z.string().min(1),
  workers: z.array(workerSchema),
  filledInOn: plainDateSchema.optional(),
});
