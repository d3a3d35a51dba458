import type { Pain001Version } from "../index.js";

/**
 * What the public schema of ISO 20022 says of the elements that are written here, with its names of types.
 *
 * Elements that it has beyond these are all optional and were left out, so a message that holds here holds by
 * the whole schema. Names, order, cardinality and lengths were compared with the ISO schemas pain.001.001.03
 * (2009) and pain.001.001.09 (2019), as public repositories hold them, on 2026-11-22; not copies of them.
 */
export function pain001Schema(version: Pain001Version): string {
  const date =
    version === "pain.001.001.03"
      ? '<xs:element name="ReqdExctnDt" type="xs:date"/>'
      : `<xs:element name="ReqdExctnDt"><xs:complexType><xs:choice>
           <xs:element name="Dt" type="xs:date"/><xs:element name="DtTm" type="xs:dateTime"/>
         </xs:choice></xs:complexType></xs:element>`;
  const namespace = `urn:iso:std:iso:20022:tech:xsd:${version}`;
  return `<xs:schema xmlns="${namespace}" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    elementFormDefault="qualified" targetNamespace="${namespace}">
  ${simpleTypes}${parties}
  ${sequence("Category", '<xs:element name="Cd" type="ExternalCategoryPurpose1Code"/>')}
  ${sequence("PaymentType", optional("CtgyPurp", "Category"))}
  ${sequence("Purpose", '<xs:element name="Cd" type="ExternalPurpose1Code"/>')}
  ${sequence("PaymentId", `${optional("InstrId", "Max35Text")}<xs:element name="EndToEndId" type="Max35Text"/>`)}
  ${sequence("AmountType", '<xs:element name="InstdAmt" type="Amount"/>')}
  ${sequence("Remittance", '<xs:element name="Ustrd" type="Max140Text" minOccurs="0" maxOccurs="unbounded"/>')}
  ${sequence(
    "Transaction",
    `<xs:element name="PmtId" type="PaymentId"/>${optional("PmtTpInf", "PaymentType")}
     <xs:element name="Amt" type="AmountType"/>${optional("CdtrAgt", "Agent")}${optional("Cdtr", "Party")}
     ${optional("CdtrAcct", "Account")}${optional("Purp", "Purpose")}${optional("RmtInf", "Remittance")}`,
  )}
  ${sequence(
    "Header",
    `<xs:element name="MsgId" type="Max35Text"/><xs:element name="CreDtTm" type="xs:dateTime"/>
     <xs:element name="NbOfTxs" type="Max15NumericText"/>${optional("CtrlSum", "DecimalNumber")}
     <xs:element name="InitgPty" type="Party"/>`,
  )}
  ${sequence(
    "Instruction",
    `<xs:element name="PmtInfId" type="Max35Text"/><xs:element name="PmtMtd" type="PaymentMethod3Code"/>
     ${optional("BtchBookg", "xs:boolean")}${optional("NbOfTxs", "Max15NumericText")}
     ${optional("CtrlSum", "DecimalNumber")}${optional("PmtTpInf", "PaymentType")}${date}
     <xs:element name="Dbtr" type="Party"/><xs:element name="DbtrAcct" type="Account"/>
     <xs:element name="DbtrAgt" type="Agent"/>
     <xs:element name="CdtTrfTxInf" type="Transaction" maxOccurs="unbounded"/>`,
  )}
  ${sequence(
    "Initiation",
    `<xs:element name="GrpHdr" type="Header"/>
     <xs:element name="PmtInf" type="Instruction" maxOccurs="unbounded"/>`,
  )}
  ${sequence("DocumentType", '<xs:element name="CstmrCdtTrfInitn" type="Initiation"/>')}
  <xs:element name="Document" type="DocumentType"/>
</xs:schema>`;
}

const simpleTypes = `
  ${text("Max34Text", 34)}${text("Max35Text", 35)}${text("Max140Text", 140)}
  ${text("ExternalCategoryPurpose1Code", 4)}${text("ExternalPurpose1Code", 4)}
  ${text("ExternalClearingSystemIdentification1Code", 5)}
  ${pattern("Max15NumericText", "[0-9]{1,15}")}${pattern("CurrencyCode", "[A-Z]{3,3}")}
  <xs:simpleType name="DecimalNumber"><xs:restriction base="xs:decimal">
    <xs:fractionDigits value="17"/><xs:totalDigits value="18"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="AmountNumber"><xs:restriction base="xs:decimal">
    <xs:minInclusive value="0"/><xs:fractionDigits value="5"/><xs:totalDigits value="18"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="PaymentMethod3Code"><xs:restriction base="xs:string">
    <xs:enumeration value="CHK"/><xs:enumeration value="TRF"/><xs:enumeration value="TRA"/>
  </xs:restriction></xs:simpleType>
  <xs:complexType name="Amount"><xs:simpleContent><xs:extension base="AmountNumber">
    <xs:attribute name="Ccy" type="CurrencyCode" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>`;

const parties = `
  ${sequence("Other", '<xs:element name="Id" type="Max34Text"/>')}
  ${sequence("OrganisationOther", '<xs:element name="Id" type="Max35Text"/>')}
  ${sequence("OrganisationId", '<xs:element name="Othr" type="OrganisationOther" minOccurs="0"/>')}
  ${sequence("PartyId", '<xs:element name="OrgId" type="OrganisationId"/>')}
  ${sequence("Party", optional("Nm", "Max140Text") + optional("Id", "PartyId"))}
  ${sequence("AccountId", '<xs:element name="Othr" type="Other"/>')}
  ${sequence("Account", '<xs:element name="Id" type="AccountId"/>')}
  ${sequence("ClearingSystem", '<xs:element name="Cd" type="ExternalClearingSystemIdentification1Code"/>')}
  ${sequence("Member", `${optional("ClrSysId", "ClearingSystem")}<xs:element name="MmbId" type="Max35Text"/>`)}
  ${sequence("AgentOther", '<xs:element name="Id" type="Max35Text"/>')}
  ${sequence("Institution", optional("ClrSysMmbId", "Member") + optional("Nm", "Max140Text") + optional("Othr", "AgentOther"))}
  ${sequence("Agent", '<xs:element name="FinInstnId" type="Institution"/>')}`;

function text(name: string, length: number): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">
    <xs:minLength value="1"/><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType>`;
}

function pattern(name: string, value: string): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">
    <xs:pattern value="${value}"/></xs:restriction></xs:simpleType>`;
}

function sequence(name: string, content: string): string {
  return `<xs:complexType name="${name}"><xs:sequence>${content}</xs:sequence></xs:complexType>`;
}

function optional(name: string, type: string): string {
  return `<xs:element name="${name}" type="${type}" minOccurs="0"/>`;
}
