import type { ProfileOf } from "../profile/profile.js";
import {
  fundBaseChangeChengdu,
  fundOpeningChengdu,
  fundResumptionChengdu,
  fundSuspensionChengdu,
} from "./chengdu-profiles.js";
import type { HousingFundRow } from "./housing-fund-row.js";
import { fundPortalList } from "./portal-list-profile.js";
import { fundBackPayment, fundRemittance } from "./proposed-profiles.js";
import { fundDecreaseShanghai, fundIncreaseShanghai } from "./shanghai-profiles.js";

/** Every list of the housing fund that comes with this package; none is compared with a live form yet. */
export const housingFundProfiles: readonly ProfileOf<HousingFundRow>[] = [
  fundOpeningChengdu,
  fundRemittance,
  fundIncreaseShanghai,
  fundDecreaseShanghai,
  fundSuspensionChengdu,
  fundResumptionChengdu,
  fundBaseChangeChengdu,
  fundBackPayment,
  fundPortalList,
];
