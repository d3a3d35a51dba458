import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinBytes } from "../reading/file-lines.js";
import { readXmlDocument, type XmlContent, xmlElement, writeXmlDocument, writeXmlStream } from "./index.js";

function written(content: XmlContent, options: Parameters<typeof writeXmlDocument>[1] = {}): unknown {
  const bytes = writeXmlDocument(content, options);
  return bytes.ok ? new TextDecoder("gb18030").decode(bytes.value) : bytes.issues.map(({ code }) => code);
}

describe("writeXmlDocument", () => {
  it.each([
    ["text", xmlElement("a", 'x<y>&"'), {}, '<?xml version="1.0" encoding="UTF-8"?><a>x&lt;y&gt;&amp;"</a>'],
    ["attributes", xmlElement("a", "", { b: 'c"<\n' }), { declaration: "" }, '<a b="c&quot;&lt;&#10;"></a>'],
    [
      "no content",
      xmlElement("a", [xmlElement("b")]),
      { declaration: "", emptyElements: "single" },
      "<a><b/></a>",
    ],
    [
      "GBK under the name of GB2312",
      xmlElement("a", "東"),
      { encoding: "gbk", declaration: "<?xml version='1.0' encoding='GB2312'?>" },
      "<?xml version='1.0' encoding='GB2312'?><a>東</a>",
    ],
    ["a control character", xmlElement("a", "x\u0001"), {}, ["xml-text-unwritable"]],
    ["half a character", xmlElement("a", "x\ud840"), {}, ["xml-text-unwritable"]],
    ["a character that GBK lacks", xmlElement("a", "𠅤"), { encoding: "gbk" }, ["character-unmappable"]],
  ] as const)("writes or refuses %s", (_, content, options, expected) => {
    expect(written(content, options)).toEqual(expected);
  });

  it("refuses names that are none", () => {
    for (const name of ["", "a b", "1", "a>"]) {
      expect(() => writeXmlDocument(xmlElement(name))).toThrow(RangeError);
      expect(() => writeXmlDocument(xmlElement("a", "", { [name]: "" }))).toThrow(RangeError);
    }
  });

  it("writes what is read as the same", () => {
    const text = fc
      .string({ unit: "binary", maxLength: 20 })
      .filter((value) => !/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/.test(value));
    fc.assert(
      fc.property(text, text, (content, attribute) => {
        const bytes = writeXmlDocument(xmlElement("a", content, { b: attribute }));
        const read = readXmlDocument(bytes.ok ? bytes.value : []);
        expect(read.ok && [read.value.text, read.value.attributes.get("b")]).toEqual([content, attribute]);
      }),
    );
  });
});

describe("writeXmlStream", () => {
  it("writes children as they come", () => {
    const children = (function* (): Generator<XmlContent> {
      for (let at = 0; at < 10_000; at += 1) yield xmlElement("b", String(at));
    })();
    const chunks = Array.from(writeXmlStream(xmlElement("a", children)));
    expect(chunks.length).toBeGreaterThan(1);
    const read = readXmlDocument(joinBytes(chunks));
    expect(read.ok && read.value.children.map((child) => child.text).at(-1)).toBe("9999");
  });
});
