import { type Parsed, parseWithSchema } from "@tongchou/core";
import { z } from "zod";
import { headerKey } from "../table/header-text.js";
import type { Profile, ProfileColumn, ProfileOf } from "./profile.js";

const text = z.string().min(1);

const columnSchema = z.strictObject({
  field: text,
  header: text,
  aliases: z.array(text).optional(),
  type: z.enum([
    "account",
    "boolean",
    "code",
    "contact",
    "date",
    "identity",
    "integer",
    "money",
    "month",
    "name",
    "rate",
    "text",
    "word",
  ]),
  required: z.boolean().optional(),
  onProblem: z.enum(["hold-out", "hold-out-if-bad", "report", "warn"]).optional(),
  words: z.record(text, text).optional(),
  dateStyle: z.enum(["dashed", "compact"]).optional(),
  isHidden: z.boolean().optional(),
});

const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+@[0-9-]+$/),
  title: text,
  sheetName: z.string().regex(/^[^[\]:*?/\\']{1,31}$/),
  direction: z.enum(["in", "out", "both"]),
  keys: z.array(text).min(1),
  columns: z.array(columnSchema).min(1),
  rowsPerFile: z.int().positive().optional(),
  provenance: z.strictObject({
    mark: z.enum(["published", "one-place", "proposed", "from-memory"]),
    source: text,
    verifiedBy: text.nullable(),
    verifiedOn: z.iso.date().nullable(),
  }),
});

/** A fault of a profile whose parts each have the right form. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly zh: string;
  readonly en: string;
}

/**
 * Reads a profile from JSON, so that a new template needs no code. Its rows are those of the profiles it is
 * `like`: each column is a field of one of these, of the same type, and a word stands for a meaning that they
 * know.
 *
 * @param value parsed JSON in the form of a {@link Profile}
 * @param like profiles of the same rows, such as `housingFundProfiles`
 * @returns the profile, or core's `schema-invalid` for every part that does not fit
 * @example
 * const json = JSON.stringify({ ...fundSuspensionChengdu, id: "jj.fund.suspension@2027", rowsPerFile: 200 });
 * const result = parseSheetProfile(JSON.parse(json), housingFundProfiles);
 * result.ok && result.value.rowsPerFile; // => 200
 */
export function parseSheetProfile<Row>(
  value: unknown,
  like: readonly ProfileOf<Row>[],
): Parsed<ProfileOf<Row>> {
  const known = like.flatMap((profile): readonly ProfileColumn[] => profile.columns);
  const schema = profileSchema.check((context) => {
    // Parts that are left out are absent in JSON, never undefined.
    for (const { path, zh, en } of faultsOf(context.value as Profile, known)) {
      context.issues.push({
        code: "custom",
        path: [...path],
        message: en,
        params: { zh },
        input: context.value,
      });
    }
  });
  // The check holds every column against the rows' own fields and types.
  return parseWithSchema(schema, value) as Parsed<ProfileOf<Row>>;
}

function faultsOf(profile: Profile, known: readonly ProfileColumn[]): readonly Fault[] {
  const fields = new Set(profile.columns.map(({ field }) => field));
  return [
    ...profile.keys.flatMap((key, index): readonly Fault[] =>
      fields.has(key)
        ? []
        : [{ path: ["keys", index], zh: "不是任何一列的字段", en: "is the field of no column" }],
    ),
    ...profile.columns.flatMap((column, index) =>
      columnFaults(column, known).map((fault) => ({ ...fault, path: ["columns", index, ...fault.path] })),
    ),
    ...repeats(profile.columns),
  ];
}

function columnFaults(column: ProfileColumn, known: readonly ProfileColumn[]): readonly Fault[] {
  const same = known.filter(({ field }) => field === column.field);
  const types = [...new Set(same.map(({ type }) => type))];
  if (types.length === 0) {
    const fields = [...new Set(known.map(({ field }) => field))].join(", ");
    return [{ path: ["field"], zh: `没有这个字段，可用：${fields}`, en: `is no field; allowed: ${fields}` }];
  }
  if (!types.includes(column.type)) {
    const allowed = types.join(", ");
    return [{ path: ["type"], zh: `应为 ${allowed}`, en: `should be ${allowed}` }];
  }
  if ((column.type === "word") !== (column.words !== undefined)) {
    return [
      { path: ["words"], zh: "word 列须有 words，其他列不得有", en: "belongs to columns of words only" },
    ];
  }
  const meanings = [...new Set(same.flatMap(({ words = {} }) => Object.values(words)))];
  return Object.entries(column.words ?? {})
    .filter(([, meaning]) => !meanings.includes(meaning))
    .map(([word]) => ({
      path: ["words", word],
      zh: `含义应为：${meanings.join(", ")}`,
      en: `should mean one of: ${meanings.join(", ")}`,
    }));
}

/** Fields that stand twice, and headers that fit two columns. */
function repeats(columns: readonly ProfileColumn[]): readonly Fault[] {
  const owners = new Map<string, number>();
  return columns.flatMap(({ field, header, aliases = [] }, index) =>
    [`field ${field}`, ...[header, ...aliases].map(headerKey)].flatMap((name): readonly Fault[] => {
      const owner = owners.get(name) ?? index;
      owners.set(name, owner);
      if (owner === index) return [];
      return [
        {
          path: ["columns", index],
          zh: `字段或表头与第 ${owner + 1} 列重复`,
          en: `has the field or a header of column ${owner + 1}`,
        },
      ];
    }),
  );
}
