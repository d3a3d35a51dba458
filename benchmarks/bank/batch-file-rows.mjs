const families = [..."王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗"];
const givenNames = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英東瑋"];
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A batch of so many payments, with references of twenty characters as the platform makes them. */
export function batchOf(count) {
  const payments = Array.from({ length: count }, (_, index) => ({
    reference: referenceOf(index),
    payeeName: families[index % 20] + givenNames[index % 25] + givenNames[(index * 7) % 25],
    payeeAccount: `629999${String(index).padStart(13, "0")}`,
    payeeBankName: "示例银行浔阳支行",
    amountFen: 300_000 + (index % 500_000),
    purpose: "wage",
  }));
  const payer = { name: "九江市示例平台", number: "100200300400" };
  // As they come out of a statement's file: strings that are whole, not sums of others.
  const read = payments.map((payment) => JSON.parse(JSON.stringify(payment)));
  return { batchNumber: "B240315", payer, payDate: "2024-03-15", payments: read };
}

function referenceOf(index) {
  let state = index + 1;
  const characters = Array.from({ length: 20 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[state >>> 27];
  });
  // The place itself, so that no two are the same.
  return characters.slice(0, 12).join("") + String(index).padStart(8, "0");
}
