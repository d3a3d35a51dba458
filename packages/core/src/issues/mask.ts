/**
 * Hides the middle of an identity number: at most its first 3 and last 4 characters stay, and never more than
 * a quarter of it at either end.
 *
 * @example
 * maskIdentityNumber("360403190001010028"); // => "360***********0028"
 */
export function maskIdentityNumber(number: string): string {
  return maskMiddle(number, 3, 4);
}

/**
 * Hides the middle of a card or account number: at most its first 4 and last 4 characters stay, and never
 * more than a quarter of it at either end.
 *
 * @example
 * maskAccountNumber("6299990000000001234"); // => "6299***********1234"
 */
export function maskAccountNumber(number: string): string {
  return maskMiddle(number, 4, 4);
}

/**
 * Hides the middle of a phone number, the four digits in the middle of a mobile number; of anything else at
 * most a quarter stays at either end.
 *
 * @example
 * maskPhoneNumber("13800001234"); // => "138****1234"
 * maskPhoneNumber("8223344"); // => "8*****4"
 */
export function maskPhoneNumber(number: string): string {
  return /^\d{11}$/.test(number) ? `${number.slice(0, 3)}****${number.slice(-4)}` : maskMiddle(number, 3, 4);
}

/**
 * Hides a name but for its first and, from three characters on, its last character.
 *
 * @example
 * maskName("张三"); // => "张*"
 * maskName("欧阳文山"); // => "欧**山"
 */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const first = characters[0] ?? "";
  if (characters.length < 3) return first + "*".repeat(Math.max(0, characters.length - 1));
  return first + "*".repeat(characters.length - 2) + (characters.at(-1) ?? "");
}

/**
 * Hides every number of eleven digits or more that stands in a text, of either width and also in groups with
 * spaces or hyphens between them: a cell in the wrong column may hold an identity, account or phone number.
 *
 * @example
 * maskNumbersIn("2024-03-01"); // => "2024-03-01"
 * maskNumbersIn("见 360403190001010028"); // => "见 360***********0028"
 */
export function maskNumbersIn(text: string): string {
  return text.replace(/[0-9０-９](?:[ \u00A0\u3000-]?[0-9０-９]){10,}[XxＸｘ]?/g, maskIdentityNumber);
}

/** A hundred of the most frequent surnames, after the yearly reports of the Ministry of Public Security. */
const surnames = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢" +
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常",
);

/**
 * Hides what may be personal in a text that a message quotes: long numbers, and the whole text where it reads
 * like somebody's name. A row whose cells slipped by a column has names where amounts and dates belong.
 *
 * @example
 * maskPersonalIn("李小明"); // => "李*明"
 * maskPersonalIn("面议"); // => "面议"
 */
export function maskPersonalIn(text: string): string {
  return isLikeName(text) ? maskName(text) : maskNumbersIn(text);
}

/** Two to four Chinese characters that begin with a frequent surname, or two transliterated parts. */
function isLikeName(text: string): boolean {
  if (/^\p{Script=Han}+·[\p{Script=Han}·]+$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  return surnames.has(Array.from(text)[0] ?? "") || /^(欧阳|上官|司马|诸葛)/.test(text);
}

/** Characters other than ASCII digits and letters are always hidden: they may be part of a name. */
function maskMiddle(text: string, head: number, tail: number): string {
  const characters = Array.from(text);
  const quarter = Math.floor(characters.length / 4);
  const shownHead = Math.min(head, quarter);
  const shownFrom = characters.length - Math.min(tail, quarter);
  return characters
    .map((character, index) => {
      const isShown = (index < shownHead || index >= shownFrom) && /[0-9A-Za-z]/.test(character);
      return isShown ? character : "*";
    })
    .join("");
}
