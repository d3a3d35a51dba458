import { delimitedProfile } from "@tongchou/bank";
import { conformanceChecks, profileSamples } from "@tongchou/bank/testing";
import { describe, test } from "vitest";
import { createSimulatorChannel } from "./simulator-channel.js";

const profile = { ...delimitedProfile, payment: { ...delimitedProfile.payment, limits: { rowsPerFile: 3 } } };
const channel = createSimulatorChannel(profile);

describe("the channel of the simulator conforms", () => {
  const samples = {
    ...profileSamples(profile),
    submissionAnswers: [
      { title: "accepted", content: Buffer.from("ACCEPTED|B1-01\r\n"), status: "processing" },
      { title: "refused", content: Buffer.from("REFUSED|B1-01|file-empty\r\n"), status: "rejected" },
      { title: "duplicate", content: Buffer.from("DUPLICATE|B1-01\r\n"), status: "unknown" },
    ],
  } as const;
  for (const check of conformanceChecks(channel, samples)) test(check.name, check.run);
});
