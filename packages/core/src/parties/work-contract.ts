import { z } from "zod";
import type { PlainDate } from "../calendar/plain-date.js";
import { plainDateSchema } from "../calendar/plain-date-schema.js";
import type { Fen } from "../money/fen.js";
import { fenSchema } from "../money/fen-schema.js";

/** A worker's written contract: labour contract, labour-use agreement or tripartite contract (P2-3.4a). */
export interface WorkContract {
  readonly kind:
    "labour-contract" | "labour-use-agreement" | "tripartite-contract" | "payroll-disbursement-agreement";
  readonly contractNumber: string;
  readonly employerOfRecordId: string;
  readonly unitId: string;
  readonly workerId?: string | undefined;
  readonly startsOn: PlainDate;
  /** None for an open-ended contract. */
  readonly endsOn?: PlainDate | undefined;
  readonly workplace?: string | undefined;
  readonly post?: string | undefined;
  readonly monthlyPayFen?: Fen | undefined;
  /** First day of the merged service years that the contract names (P2-3.6). */
  readonly mergedServiceFrom?: PlainDate | undefined;
}

/** Shape of a written contract in JSON. */
export const workContractSchema: z.ZodType<WorkContract, unknown> = z.object({
  kind: z.enum([
    "labour-contract",
    "labour-use-agreement",
    "tripartite-contract",
    "payroll-disbursement-agreement",
  ]),
  contractNumber: z.string().min(1),
  employerOfRecordId: z.string().min(1),
  unitId: z.string().min(1),
  workerId: z.string().min(1).optional(),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema.optional(),
  workplace: z.string().min(1).optional(),
  post: z.string().min(1).optional(),
  monthlyPayFen: fenSchema.optional(),
  mergedServiceFrom: plainDateSchema.optional(),
});
