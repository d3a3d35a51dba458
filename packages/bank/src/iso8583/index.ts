export { checkDialect } from "./check-dialect.js";
export { createCodec, type Iso8583Codec } from "./codec.js";
export { describeMessage } from "./describe-message.js";
export {
  type Dialect,
  type FieldContent,
  type FieldDefinition,
  type FieldEncoding,
  type FieldLength,
  type FrameLength,
  type HeaderPart,
  type LengthEncoding,
} from "./dialect.js";
export { iso1987Ascii } from "./dialects/iso-1987.js";
export { iso1993 } from "./dialects/iso-1993.js";
export { unionPayInterInstitution } from "./dialects/unionpay-inter-institution.js";
export { unionPayPos } from "./dialects/unionpay-pos.js";
export { decodeTlv, encodeTlv, type TlvPlace } from "./fields/tlv.js";
export {
  createFrameReader,
  frameMessage,
  type FrameOptions,
  type FrameProgress,
  type FrameReader,
} from "./frame.js";
export { iso8583Issues, type Iso8583IssueCode } from "./issues.js";
export { decodeWithMac, encodeWithMac } from "./mac/authenticated-message.js";
export { type BlockCipher, createDesCipher, createSm4BlockCipher } from "./mac/block-cipher.js";
export { createHexMac, createX919Mac, type KeyHalves, type MacAlgorithm } from "./mac/mac-algorithm.js";
export { type FieldValue, type IsoMessage, type Tlv } from "./message.js";
export {
  type AnswerOptions,
  answerType,
  paymentOutcome,
  type Verification,
  verificationResult,
} from "./transactions/answers.js";
export { type MessageDates, messageDates } from "./transactions/message-dates.js";
export {
  confirmationRequest,
  type NetworkFunction,
  networkRequest,
  paymentRequest,
  type RequestOrigin,
  reversalRequest,
  type SinglePayment,
  verificationRequest,
} from "./transactions/requests.js";
export {
  type ResponseFollowUp,
  unionPayFollowUps,
  unionPayResponseCodes,
} from "./transactions/response-codes.js";
