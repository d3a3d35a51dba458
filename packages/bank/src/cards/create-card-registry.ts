import { createIssue, failed, maskPersonalIn, parsed, type Parsed } from "@tongchou/core";
import {
  type CardFamily,
  type CardInput,
  type CardReply,
  type CardSettings,
  writeCardRequest,
} from "./card-family.js";
import {
  type CardAnswer,
  type CardOperation,
  cardOperations,
  type CardRecord,
  type CardRegistry,
} from "./card-registry.js";
import type { CardTransport } from "./card-request.js";
import { cardStateOf } from "./card-state.js";
import { cardIssues } from "./issues.js";

/** An answer with what the registry said. */
interface RegistryReply extends CardAnswer {
  readonly values: CardReply["values"];
}

/** Makes a registry of a protocol family, the settings of who asks, and a transport. */
export function createCardRegistry(
  family: CardFamily,
  options: { readonly settings: CardSettings; readonly transport: CardTransport },
): CardRegistry {
  const { settings, transport } = options;
  const call = async (operation: CardOperation, input: CardInput): Promise<Parsed<RegistryReply>> => {
    const request = writeCardRequest(family, operation, { input, settings });
    if (!request.ok) return request;
    // What went wrong may quote the call and its secrets: it is dropped, and the outcome is unknown.
    const reply = await transport.send(request.value).catch(() => undefined);
    if (reply === undefined) {
      const issue = createIssue(cardIssues, "card-answer-missing", { operation });
      return parsed({ ...noAnswer, issues: [...request.issues, issue] });
    }
    return parsed(answerOf(family, family.read(reply)));
  };
  const ask = async (operation: CardOperation, input: CardInput): Promise<Parsed<CardAnswer>> => {
    const reply = await call(operation, input);
    if (!reply.ok) return reply;
    const { kind, code, text, issues } = reply.value;
    return parsed({ kind, code, text, issues }, reply.issues);
  };
  return {
    id: family.id,
    name: family.name,
    provenance: family.provenance,
    operations: cardOperations.filter((operation) => family.operations[operation] !== undefined),
    checkEligibility: (holder) => ask("eligibility", holder),
    apply: (application) => ask("application", application),
    queryProgress: (holder) => ask("progress", holder),
    activateSocial: (card) => ask("social-activation", card),
    activateFinancial: (card) => ask("financial-activation", card),
    reportTemporaryLoss: (card) => ask("temporary-loss", card),
    reportFormalLoss: (card) => ask("formal-loss", card),
    releaseLoss: (card) => ask("release", card),
    replace: (card, { reason }) => ask("replacement", { ...card, reason }),
    query: async (holder) => {
      const reply = await call("query", holder);
      return reply.ok ? recordOf(family, reply.value) : reply;
    },
  };
}

const noAnswer: Omit<RegistryReply, "issues"> = { kind: "unknown", code: "", text: "", values: new Map() };

const noRecord = { foundZh: "没有查到卡或没有卡状态", foundEn: "has no card, or no state of it" };

function answerOf(family: CardFamily, reply: Parsed<CardReply>): RegistryReply {
  if (!reply.ok) return { ...noAnswer, issues: reply.issues };
  const { code, text, values } = reply.value;
  if (Object.hasOwn(family.answers, code)) {
    return { kind: family.answers[code] ?? "unknown", code, text, values, issues: reply.issues };
  }
  const issue = createIssue(cardIssues, "card-answer-unknown", { found: maskPersonalIn(code).slice(0, 40) });
  return { kind: "unknown", code, text, values, issues: [...reply.issues, issue] };
}

function recordOf(family: CardFamily, { kind, values, issues }: RegistryReply): Parsed<CardRecord> {
  const { state, cardNumber, bankCardNumber } = family.recordKeys;
  const stateCode = values.get(state);
  if (kind !== "done" || stateCode === undefined) {
    const [first = createIssue(cardIssues, "card-answer-invalid", noRecord), ...others] = issues;
    return failed(first, ...others);
  }
  return parsed(
    {
      state: cardStateOf(family.states, stateCode),
      stateCode,
      cardNumber: values.get(cardNumber),
      bankCardNumber: bankCardNumber === undefined ? undefined : values.get(bankCardNumber),
      values,
    },
    issues,
  );
}
