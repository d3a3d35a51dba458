import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** An example: a title, its code, and for one of a docstring the file whose own exports are in scope too. */
type Example = readonly [title: string, code: string, file: string | undefined];
type Scope = Readonly<Record<string, unknown>>;

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "src/index.ts")),
);

for (const name of packages) {
  const exported = await load(`@tongchou/${name}`);
  // A package without exports is still being written.
  if (Object.keys(exported).length === 0) continue;
  const examples = [...docstringExamples(name), ...readmeExamples(name)];
  describe.runIf(examples.length > 0)(`examples of ${name}`, async () => {
    const scope = { ...(await dependenciesOf(name)), ...exported };
    it.each(examples)("%s", async (_, code, file) => {
      await runExample(code, file === undefined ? scope : { ...scope, ...(await load(file)) });
    });
  });
}

describe("the runner of examples", () => {
  it.each([
    ["one claim a line", "const a = 1;\na + 1; // => 2\na - 1; // => 0\n", true],
    ["statement and value over several lines", "[\n  1,\n].map((a) => a + 1);\n// => [\n//   2,\n// ]", true],
    ["an import", 'import { fen as f } from "@tongchou/core";\nf(3); // => 3', true],
    ["a wrong claim", "1 + 1; // => 3", false],
    ["a wrong claim over several lines", "({ a: 1 });\n// => {\n//   a: 2,\n// }", false],
    ["a name that is not defined", "missing; // => 1", false],
    ["an import that does not exist", 'import { no } from "@tongchou/core";\nno(); // => 1', false],
    ["a claim about a declaration, which nothing checks", "1; // => 1\nconst a = 1; // => 2", false],
    ["no claim at all", "const a = 1;", false],
  ])("takes %s: %s", async (_, code, passes) => {
    const result = runExample(code, {});
    await (passes ? expect(result).resolves.toBeUndefined() : expect(result).rejects.toThrow());
  });
});

function docstringExamples(name: string): readonly Example[] {
  const folder = join(root, "packages", name, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .flatMap((path) => {
      const file = join(folder, path);
      const comments = [...readFileSync(file, "utf8").matchAll(/\/\*\*([\s\S]*?)\*\//g)];
      const texts = comments.map((comment) => (comment[1] ?? "").replace(/^\s*\* ?/gm, ""));
      return texts
        .flatMap((text) => text.split(/^@example\b.*\n/m).slice(1))
        .map((block) => (block.split(/^@\w/m)[0] ?? "").trim())
        .map((code): Example => [`${relative(root, file)}: ${code.split("\n")[0]}`, code, file]);
    });
}

function readmeExamples(name: string): readonly Example[] {
  const path = join(root, "packages", name, "README.md");
  const code = existsSync(path) && /^```ts\n([\s\S]*?)^```/m.exec(readFileSync(path, "utf8"))?.[1];
  return typeof code === "string" ? [[relative(root, path), code, undefined]] : [];
}

/** The exports of the workspace packages that a package builds on, core always among them. */
async function dependenciesOf(name: string): Promise<Scope> {
  const text = readFileSync(join(root, "packages", name, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Scope };
  const own = Object.keys(dependencies).filter((dependency) => dependency.startsWith("@tongchou/"));
  const modules = await Promise.all(["@tongchou/core", ...own].map(load));
  return Object.assign({}, ...modules) as Scope;
}

async function load(specifier: string): Promise<Scope> {
  const name = /^@tongchou\/(\w+)$/.exec(specifier)?.[1];
  const path = name === undefined ? specifier : join(root, "packages", name, "src/index.ts");
  return (await import(/* @vite-ignore */ path)) as Scope;
}

async function runExample(code: string, scope: Scope): Promise<void> {
  const names = Object.keys(scope).filter((name) => name !== "default");
  const { script, claims } = scriptOf(code);
  expect(claims, "every `// => value` follows an expression").toBe(code.split("// =>").length - 1);
  expect(claims, "an example claims something").toBeGreaterThan(0);
  const run = compileFunction(script, ["check", "load", ...names]) as (...values: unknown[]) => Promise<void>;
  const check = (actual: unknown, expected: unknown): void => expect(actual).toEqual(expected);
  await run(check, load, ...names.map((name) => scope[name]));
}

/** Turns an example into the body of a function: imports become loads, claims become checks. */
function scriptOf(code: string): { readonly script: string; readonly claims: number } {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2023);
  let claims = 0;
  const statements = source.statements.map((statement) => {
    const text = statement.getText(source);
    if (ts.isImportDeclaration(statement)) {
      const names = statement.importClause?.namedBindings?.getText(source) ?? "{}";
      const bound = names.replace(/\btype \w+,?/g, "").replace(/\bas\b/g, ":");
      return `const ${bound} = await load(${statement.moduleSpecifier.getText(source)});`;
    }
    const behind = code.slice(statement.end);
    // A value goes on over the next comment lines where the first one leaves a bracket open.
    const claim = /^[ \t]*\n?[ \t]*\/\/ => (.*[[{(](?:\n[ \t]*\/\/.*)+|.*)/.exec(behind)?.[1];
    if (claim === undefined || !ts.isExpressionStatement(statement)) return text;
    claims += 1;
    return `check(${text.replace(/;$/, "")}, (${claim.replace(/\n[ \t]*\/\//g, "\n")}));`;
  });
  const options = { compilerOptions: { target: ts.ScriptTarget.ES2023 } };
  const { outputText } = ts.transpileModule(statements.join("\n"), options);
  return { script: `return (async () => {\n${outputText}\n})();`, claims };
}
