import { fraction, halfUp, larger, minus, over, plus, smaller, times, type Fraction } from "./fraction.js";

/** Works a formula out: numbers, `+ − × ÷`, brackets, `min`, `max` and `round(x, unit)`. */
export function workOut(formula: string): Fraction {
  const tokens = formula.match(/-?\d+(?:\.\d+)?|[a-zA-Z]+|[+−×÷(),]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const expectToken = (token: string): void => {
    if (!take(token)) throw new Error(`${token} expected in ${formula}`);
  };
  const atom = (): Fraction => {
    const token = tokens[at] ?? "";
    at += 1;
    if (/^-?\d/.test(token)) return fraction(token);
    expectToken("(");
    const [first, second] = [sum(), take(",") ? sum() : undefined];
    expectToken(")");
    if (second === undefined) throw new Error(`${token} takes two numbers`);
    const functions: Record<string, (a: Fraction, b: Fraction) => Fraction> = {
      min: smaller,
      max: larger,
      round: halfUp,
    };
    const apply = functions[token];
    if (apply === undefined) throw new Error(`no function ${token}`);
    return apply(first, second);
  };
  const product = (): Fraction => {
    let value = atom();
    for (;;) {
      if (take("×")) value = times(value, atom());
      else if (take("÷")) value = over(value, atom());
      else return value;
    }
  };
  const sum = (): Fraction => {
    let value = product();
    for (;;) {
      if (take("+")) value = plus(value, product());
      else if (take("−")) value = minus(value, product());
      else return value;
    }
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`more than a formula: ${formula}`);
  return value;
}
