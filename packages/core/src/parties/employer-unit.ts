import { z } from "zod";

/** The nature of an employer unit, as the statistics form asks for it. */
export type UnitNature =
  | "administrative"
  | "civil-service-managed"
  | "fully-funded"
  | "balance-funded"
  | "self-supporting"
  | "state-owned-enterprise";

/** The words the statistics form uses for the nature of a unit. */
export const unitNatureNames: Readonly<Record<UnitNature, string>> = {
  administrative: "行政",
  "civil-service-managed": "参公",
  "fully-funded": "全额事业",
  "balance-funded": "差额事业",
  "self-supporting": "自收自支事业",
  "state-owned-enterprise": "国有企业",
};

/** A public body, public institution or state-owned company that uses non-establishment staff. */
export interface EmployerUnit {
  readonly id: string;
  readonly name: string;
  readonly nature: UnitNature;
  readonly creditCode: string;
  /** Division code of the workplace; it decides the minimum wage. */
  readonly division: string;
  /** Approved headcount (核定用工控制数). */
  readonly approvedHeadcount?: number | undefined;
  /** Workers with a labour contract of the unit's own, for the dispatch share of Order 22. */
  readonly ownEmployees?: number | undefined;
  /** Risk class 1 to 8 of work-injury insurance (人社部发〔2015〕71号). */
  readonly workInjuryClass?: number | undefined;
  /** Parent of the group the unit belongs to, to see self-dispatch. */
  readonly ultimateParent?: string | undefined;
  /**
   * `vertical`: a unit of the province or the state seated in the city, covered only by its own choice (N14).
   */
  readonly level?: "city" | "county" | "vertical" | undefined;
  readonly optedIn?: boolean | undefined;
}

const natureByName = new Map<string, string>(
  Object.entries(unitNatureNames).map(([nature, name]) => [name, nature]),
);

/** Shape of a unit in JSON; the nature may be the Chinese word or its code. */
export const employerUnitSchema: z.ZodType<EmployerUnit, unknown> = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  nature: z.preprocess(
    (value) => (typeof value === "string" ? (natureByName.get(value) ?? value) : value),
    z.enum([
      "administrative",
      "civil-service-managed",
      "fully-funded",
      "balance-funded",
      "self-supporting",
      "state-owned-enterprise",
    ]),
  ),
  creditCode: z.string().min(1),
  division: z.string().min(1),
  approvedHeadcount: z.int().min(0).optional(),
  ownEmployees: z.int().min(0).optional(),
  workInjuryClass: z.int().min(1).max(8).optional(),
  ultimateParent: z.string().min(1).optional(),
  level: z.enum(["city", "county", "vertical"]).optional(),
  optedIn: z.boolean().optional(),
});

/**
 * True for a state-owned enterprise: Order 22 on dispatch names enterprises, not organs or institutions.
 *
 * @example
 * const unit = { id: "U01", name: "示例市立医院", creditCode: "12360400MB0000000F", division: "360403" };
 * isStateOwnedEnterprise({ ...unit, nature: "balance-funded" }); // => false
 */
export function isStateOwnedEnterprise(unit: EmployerUnit): boolean {
  return unit.nature === "state-owned-enterprise";
}
