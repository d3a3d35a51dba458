import type { Issue } from "@tongchou/core";
import { answeredPart, damagedCopies, junkInputs, readableResults, truncations } from "../answers.js";
import { type CheckDefinition, finding } from "../check.js";
import { allBytes, batchAround, kitBatch, kitPayments, type Specimen } from "../specimen.js";

/** What must not happen whatever comes in. */
export const hostileChecks: readonly CheckDefinition[] = [
  {
    id: "hostile-input",
    title: {
      zh: "损坏或恶意的输入只得到问题，不抛异常",
      en: "answers damaged and hostile input with issues and never throws",
    },
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const { adapter, samples } = specimen;
      const sent = allBytes(await adapter.encode(kitBatch(samples, kitPayments(samples, 2))));
      const sources = [...(await readableResults(specimen)), sent];
      const inputs = [...junkInputs(), ...damagedCopies(sources), ...sources.flatMap(truncations)];
      for (const [index, content] of inputs.entries()) {
        const broken = await brokenAnswer(specimen, content);
        if (broken !== undefined)
          return [finding("kit-hostile", { index, bytes: content.length, found: broken })];
      }
      return [];
    },
  },
  {
    id: "privacy",
    title: { zh: "问题中没有姓名和完整账号", en: "shows no name and no whole account number in issues" },
    find: async (specimen: Specimen): Promise<readonly Issue[]> => {
      const shown = JSON.stringify([...(await writingIssues(specimen)), ...(await readingIssues(specimen))]);
      const leaks = [
        ...(/欧阳|文山/.test(shown) ? ["name"] : []),
        ...(/629999\d{9}/.test(shown) ? ["account"] : []),
      ];
      return leaks.map((found) => finding("kit-personal-data", { found }));
    },
  },
];

/** What is wrong with how an adapter takes these bytes. */
async function brokenAnswer({ adapter }: Specimen, content: Uint8Array): Promise<string | undefined> {
  try {
    const result = await adapter.decode({ name: "hostile", content });
    return result.ok || result.issues.length > 0 ? undefined : "no issue";
  } catch (error) {
    return error instanceof Error ? error.name : typeof error;
  }
}

async function writingIssues({ adapter, samples }: Specimen): Promise<readonly Issue[]> {
  const rows = [
    { payeeName: "欧阳|文山\n" },
    { payeeName: "欧阳𬭚文山\uD800" },
    { payeeName: "欧阳文山".repeat(80) },
    { payeeName: "欧阳文山", payeeAccount: "6299990000000001234X" },
    { payeeName: "欧阳文山", payeeAccount: "6299990000000001234".repeat(4) },
    { payeeName: "欧阳文山", reference: "K1" },
  ];
  const encoded = await Promise.all(rows.map((values) => adapter.encode(batchAround(samples, values))));
  return encoded.flatMap(({ issues, refused }) => [...issues, ...refused.flatMap((row) => row.issues)]);
}

async function readingIssues(specimen: Specimen): Promise<readonly Issue[]> {
  const part = await answeredPart(specimen);
  const content = part?.write(["6299990000000001234"]);
  if (content === undefined) return [];
  const results = [content, ...truncations(content)].map((bytes) =>
    specimen.adapter.decode({ name: "answer", content: bytes }),
  );
  return (await Promise.all(results)).flatMap(({ issues }) => issues);
}
