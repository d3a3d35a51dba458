import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about XML documents. */
export type XmlIssueCode =
  | "xml-attribute-malformed"
  | "xml-attribute-repeated"
  | "xml-bytes-not-in-encoding"
  | "xml-character-refused"
  | "xml-declaration-malformed"
  | "xml-dtd-refused"
  | "xml-empty"
  | "xml-encoding-mismatch"
  | "xml-encoding-unsupported"
  | "xml-entity-refused"
  | "xml-instruction-refused"
  | "xml-markup-malformed"
  | "xml-outside-root"
  | "xml-tag-malformed"
  | "xml-tag-mismatch"
  | "xml-text-unwritable"
  | "xml-too-deep"
  | "xml-too-large"
  | "xml-too-long"
  | "xml-too-many-attributes"
  | "xml-too-many-elements"
  | "xml-truncated";

/** The messages about XML documents in both languages. */
export const xmlIssues: IssueCatalogue<XmlIssueCode> = {
  "xml-attribute-malformed": {
    severity: "error",
    zh: '此处的 XML 属性写法不对，应为 名称="值"，值中不能有“<”。报文未采用，请重新取得。',
    en: 'An attribute is not written as name="value" here, or its value has a "<". The message was not used; fetch it again.',
  },
  "xml-attribute-repeated": {
    severity: "error",
    zh: "同一个 XML 标签内有重复的属性，无法判断以哪个为准。报文未采用，请对方更正。",
    en: "A tag has the same attribute twice; which one counts cannot be told. The message was not used; have the sender correct it.",
  },
  "xml-bytes-not-in-encoding": {
    severity: "error",
    zh: "从此处起有字节不是 {encoding} 编码，报文可能损坏、被截断，或声明的编码不对。请重新取得并核对编码。",
    en: "From here on there are bytes that are not {encoding}: the message is damaged, cut, or declares the wrong encoding. Fetch it again and check.",
  },
  "xml-character-refused": {
    severity: "error",
    zh: "报文中有 XML 不允许的字符（{character}）。报文未采用，请对方更正。",
    en: "The message has a character that XML does not allow ({character}). It was not used; have the sender correct it.",
  },
  "xml-declaration-malformed": {
    severity: "error",
    zh: 'XML 声明写法不对，应位于报文开头，形如 <?xml version="1.0" encoding="UTF-8"?>。报文未采用。',
    en: 'The XML declaration is not right: it stands first and reads like <?xml version="1.0" encoding="UTF-8"?>. The message was not used.',
  },
  "xml-dtd-refused": {
    severity: "error",
    zh: "报文带有文档类型定义（DOCTYPE），可被用来攻击读取程序，一律不采用。请对方去掉。",
    en: "The message has a document type definition (DOCTYPE), by which readers are attacked; none is taken. Have the sender leave it out.",
  },
  "xml-empty": {
    severity: "error",
    zh: "报文中没有任何 XML 元素。请核对是否收到了完整的报文。",
    en: "There is no XML element in the message. Check that the whole message came.",
  },
  "xml-encoding-mismatch": {
    severity: "error",
    zh: "报文声明编码为 {declared}，字节却是 {found}，照声明读取会得到乱码。报文未采用，请对方更正声明。",
    en: "The message declares {declared}, but its bytes are {found}; read as declared, its text would be wrong. It was not used; have the sender correct the declaration.",
  },
  "xml-encoding-unsupported": {
    severity: "error",
    zh: "报文的编码 {found} 不受支持，可用 UTF-8、GB18030、GBK、GB2312。请对方更换编码。",
    en: "The encoding {found} is not supported; UTF-8, GB18030, GBK and GB2312 are. Have the sender change it.",
  },
  "xml-entity-refused": {
    severity: "error",
    zh: "“&”后面不是 XML 自带的五个实体之一，也不是合法的字符引用。报文未采用，请对方更正。",
    en: 'An "&" is followed neither by one of the five entities of XML nor by a valid character reference. The message was not used; have the sender correct it.',
  },
  "xml-instruction-refused": {
    severity: "error",
    zh: "报文中有 XML 声明以外的处理指令（<?…?>），不予采用。请对方去掉。",
    en: "The message has a processing instruction (<?…?>) other than the XML declaration; none is taken. Have the sender leave it out.",
  },
  "xml-markup-malformed": {
    severity: "error",
    zh: "此处的 XML 标记写法不对（注释、CDATA 或“]]>”）。报文未采用，请重新取得。",
    en: 'The markup here is not right: a comment, a CDATA section or a "]]>". The message was not used; fetch it again.',
  },
  "xml-outside-root": {
    severity: "error",
    zh: "根元素之外还有内容，一个报文只能有一个根元素。可能是两个报文连在了一起，请分开后再读取。",
    en: "There is content outside of the root element; a message has one root. Two messages may have run together: read them apart.",
  },
  "xml-tag-malformed": {
    severity: "error",
    zh: "此处的 XML 标签写法不对或名称不合法。报文未采用，请重新取得。",
    en: "The tag here is not right, or its name is not one of XML. The message was not used; fetch it again.",
  },
  "xml-tag-mismatch": {
    severity: "error",
    zh: "此处的结束标签与开始标签不符，应为 </{expected}>。报文可能损坏，请重新取得。",
    en: "The end tag here does not match the start tag: </{expected}> is due. The message may be damaged; fetch it again.",
  },
  "xml-text-unwritable": {
    severity: "error",
    zh: "文字中有 XML 不能表示的字符（{characters}），未写入。请核对来源并去掉。",
    en: "The text has characters that XML cannot hold ({characters}) and was not written. Check where it comes from and remove them.",
  },
  "xml-too-deep": {
    severity: "error",
    zh: "XML 嵌套超过 {allowed} 层，不像银行报文，不再读取。请核对来源。",
    en: "The elements are nested more than {allowed} deep, which no bank's message is; reading stopped. Check where it comes from.",
  },
  "xml-too-large": {
    severity: "error",
    zh: "报文超过 {allowed} 字节，不再读取。请核对来源，确需读取时调大上限。",
    en: "The message is larger than {allowed} bytes; reading stopped. Check where it comes from, and raise the limit if it is right.",
  },
  "xml-too-long": {
    severity: "error",
    zh: "此处的一段文字、属性或标签超过 {allowed} 个字符，不再读取。请核对来源，确需读取时调大上限。",
    en: "A text, attribute or tag here is longer than {allowed} characters; reading stopped. Check where it comes from, and raise the limit if it is right.",
  },
  "xml-too-many-attributes": {
    severity: "error",
    zh: "此处的标签有超过 {allowed} 个属性，不再读取。请核对来源。",
    en: "The tag here has more than {allowed} attributes; reading stopped. Check where it comes from.",
  },
  "xml-too-many-elements": {
    severity: "error",
    zh: "报文有超过 {allowed} 个元素，不再读取。请核对来源，确需读取时调大上限。",
    en: "The message has more than {allowed} elements; reading stopped. Check where it comes from, and raise the limit if it is right.",
  },
  "xml-truncated": {
    severity: "error",
    zh: "报文在元素或标记未结束时就完了，可能被截断。请重新取得。",
    en: "The message ends inside of an element or a markup and may be cut off. Fetch it again.",
  },
};
