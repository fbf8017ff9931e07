/**
 * Where a data object comes from, how it is written, and how long it may be (EMV 4.4 Book 3 annex
 * A).
 */
export type TagRow = {
  readonly name: string;
  readonly source: 'icc' | 'terminal' | 'issuer';
  /**
   * n: numeric, right-aligned; cn: compressed numeric, left-aligned, padded F; b: binary; a, an,
   * ans: text.
   */
  readonly format: 'n' | 'cn' | 'b' | 'a' | 'an' | 'ans';
  /** Templates it may stand in. */
  readonly template: string;
  readonly minimumLength: number;
  readonly maximumLength: number;
  /** Card number, track, name or PIN: never shown in full. */
  readonly sensitive: boolean;
};

const sensitiveTags = new Set('56 57 5A 5F20 5F53 99 9F0B 9F1F 9F20 9F61 9F6B 9F24'.split(' '));

/** `tag name | source | format | templates | length` */
const table = `
42 Issuer Identification Number|icc|n|BF0C 73|3
4F Application Dedicated File (ADF) Name|icc|b|61|5-16
50 Application Label|icc|ans|61 A5|1-16
56 Track 1 Equivalent Data|icc|ans|70|0-76
57 Track 2 Equivalent Data|icc|b|70 77|1-19
5A Application Primary Account Number (PAN)|icc|cn|70 77|1-10
5F20 Cardholder Name|icc|ans|70 77|2-26
5F24 Application Expiration Date|icc|n|70 77|3
5F25 Application Effective Date|icc|n|70 77|3
5F28 Issuer Country Code|icc|n|70 77|2
5F2A Transaction Currency Code|terminal|n||2
5F2D Language Preference|icc|an|A5|2-8
5F30 Service Code|icc|n|70 77|2
5F34 PAN Sequence Number|icc|n|70 77|1
5F36 Transaction Currency Exponent|terminal|n||1
5F50 Issuer URL|icc|ans|BF0C 73|0-255
5F53 International Bank Account Number (IBAN)|icc|ans|BF0C 73|0-34
5F54 Bank Identifier Code (BIC)|icc|ans|BF0C 73|8-11
5F55 Issuer Country Code (alpha2)|icc|a|BF0C 73|2
5F56 Issuer Country Code (alpha3)|icc|a|BF0C 73|3
61 Application Template|icc|b|70|0-252
6F File Control Information (FCI) Template|icc|b||0-252
70 READ RECORD Response Message Template|icc|b||0-252
71 Issuer Script Template 1|issuer|b||0-255
72 Issuer Script Template 2|issuer|b||0-255
73 Directory Discretionary Template|icc|b|61|0-252
77 Response Message Template Format 2|icc|b||0-253
80 Response Message Template Format 1|icc|b||0-253
81 Amount, Authorised (Binary)|terminal|b||4
82 Application Interchange Profile|icc|b|77 80|2
83 Command Template|terminal|b||0-255
84 Dedicated File (DF) Name|icc|b|6F|5-16
86 Issuer Script Command|issuer|b|71 72|0-261
87 Application Priority Indicator|icc|b|61 A5|1
88 Short File Identifier (SFI)|icc|b|A5|1
89 Authorisation Code|issuer|an||6
8A Authorisation Response Code|issuer|an||2
8C Card Risk Management Data Object List 1 (CDOL1)|icc|b|70 77|0-252
8D Card Risk Management Data Object List 2 (CDOL2)|icc|b|70 77|0-252
8E Cardholder Verification Method (CVM) List|icc|b|70 77|0-252
8F Certification Authority Public Key Index (card)|icc|b|70 77|1
90 Issuer Public Key Certificate|icc|b|70 77|0-248
91 Issuer Authentication Data|issuer|b||8-16
92 Issuer Public Key Remainder|icc|b|70 77|0-248
93 Signed Static Application Data|icc|b|70 77|0-248
94 Application File Locator (AFL)|icc|b|77 80|4-252
95 Terminal Verification Results|terminal|b||5
97 Transaction Certificate Data Object List (TDOL)|icc|b|70 77|0-252
98 Transaction Certificate (TC) Hash Value|terminal|b||20
99 Transaction PIN Data|terminal|b||0-16
9A Transaction Date|terminal|n||3
9B Transaction Status Information|terminal|b||2
9C Transaction Type|terminal|n||1
9D Directory Definition File (DDF) Name|icc|b|61|5-16
9F01 Acquirer Identifier|terminal|n||6
9F02 Amount, Authorised (Numeric)|terminal|n||6
9F03 Amount, Other (Numeric)|terminal|n||6
9F04 Amount, Other (Binary)|terminal|b||4
9F05 Application Discretionary Data|icc|b|70 77|1-32
9F06 Application Identifier (AID), terminal|terminal|b||5-16
9F07 Application Usage Control|icc|b|70 77|2
9F08 Application Version Number (card)|icc|b|70 77|2
9F09 Application Version Number (terminal)|terminal|b||2
9F0B Cardholder Name Extended|icc|ans|70 77|27-45
9F0C Issuer Identification Number Extended|icc|n|BF0C 73|3-4
9F0D Issuer Action Code - Default|icc|b|70 77|5
9F0E Issuer Action Code - Denial|icc|b|70 77|5
9F0F Issuer Action Code - Online|icc|b|70 77|5
9F10 Issuer Application Data|icc|b|77 80|0-32
9F11 Issuer Code Table Index|icc|n|A5|1
9F12 Application Preferred Name|icc|ans|61 A5|1-16
9F13 Last Online ATC Register|icc|b||2
9F14 Lower Consecutive Offline Limit|icc|b|70 77|1
9F15 Merchant Category Code|terminal|n||2
9F16 Merchant Identifier|terminal|ans||15
9F17 PIN Try Counter|icc|b||1
9F18 Issuer Script Identifier|issuer|b|71 72|4
9F19 Token Requestor ID|icc|n|70 77|6
9F1A Terminal Country Code|terminal|n||2
9F1B Terminal Floor Limit|terminal|b||4
9F1C Terminal Identification|terminal|an||8
9F1D Terminal Risk Management Data|terminal|b||1-8
9F1E Interface Device (IFD) Serial Number|terminal|an||8
9F1F Track 1 Discretionary Data|icc|ans|70 77|0-255
9F20 Track 2 Discretionary Data|icc|cn|70 77|0-255
9F21 Transaction Time|terminal|n||3
9F22 Certification Authority Public Key Index (terminal)|terminal|b||1
9F23 Upper Consecutive Offline Limit|icc|b|70 77|1
9F24 Payment Account Reference (PAR)|icc|an|70 77|29
9F25 Last 4 Digits of PAN|icc|n|70 77|2
9F26 Application Cryptogram|icc|b|77 80|8
9F27 Cryptogram Information Data|icc|b|77 80|1
9F2D ICC PIN Encipherment Public Key Certificate|icc|b|70 77|0-248
9F2E ICC PIN Encipherment Public Key Exponent|icc|b|70 77|1-3
9F2F ICC PIN Encipherment Public Key Remainder|icc|b|70 77|0-248
9F32 Issuer Public Key Exponent|icc|b|70 77|1-3
9F33 Terminal Capabilities|terminal|b||3
9F34 Cardholder Verification Method (CVM) Results|terminal|b||3
9F35 Terminal Type|terminal|n||1
9F36 Application Transaction Counter (ATC)|icc|b|77 80|2
9F37 Unpredictable Number|terminal|b||4
9F38 Processing Options Data Object List (PDOL)|icc|b|A5|0-252
9F39 Point-of-Service (POS) Entry Mode|terminal|n||1
9F3A Amount, Reference Currency|terminal|b||4
9F3B Application Reference Currency|icc|n|70 77|2-8
9F3C Transaction Reference Currency Code|terminal|n||2
9F3D Transaction Reference Currency Exponent|terminal|n||1
9F40 Additional Terminal Capabilities|terminal|b||5
9F41 Transaction Sequence Counter|terminal|n||2-4
9F42 Application Currency Code|icc|n|70 77|2
9F43 Application Reference Currency Exponent|icc|n|70 77|1-4
9F44 Application Currency Exponent|icc|n|70 77|1
9F45 Data Authentication Code|icc|b||2
9F46 ICC Public Key Certificate|icc|b|70 77|0-248
9F47 ICC Public Key Exponent|icc|b|70 77|1-3
9F48 ICC Public Key Remainder|icc|b|70 77|0-248
9F49 Dynamic Data Authentication Data Object List (DDOL)|icc|b|70 77|0-252
9F4A Static Data Authentication Tag List|icc|b|70 77|0-252
9F4B Signed Dynamic Application Data|icc|b|77 80|0-248
9F4C ICC Dynamic Number|icc|b||2-8
9F4D Log Entry|icc|b|BF0C 73|2
9F4E Merchant Name and Location|terminal|ans||0-255
9F4F Log Format|icc|b||0-252
9F51 Application Currency Code (PBOC)|icc|n|70 77|2
9F61 Cardholder Identity Number (PBOC)|icc|an|70|1-40
9F62 Cardholder Identity Type (PBOC)|icc|cn|70|1
9F63 Product Identification Information (UnionPay)|icc|b|70 77|16
9F6B Track 2 Data|icc|b|70 77|0-19
A5 FCI Proprietary Template|icc|b|6F|0-252
BF0C FCI Issuer Discretionary Data|icc|b|A5|0-222
DF31 Issuer Script Results (UnionPay)|terminal|b||0-250
`;

function readTable(): ReadonlyMap<string, TagRow> {
  const rows = new Map<string, TagRow>();
  for (const line of table.trim().split('\n')) {
    const [head = '', source, format, template = '', length = ''] = line.split('|');
    const tag = head.slice(0, head.indexOf(' '));
    const [minimum, maximum = minimum] = length.split('-');
    rows.set(tag, {
      name: head.slice(tag.length + 1),
      source: source as TagRow['source'],
      format: format as TagRow['format'],
      template,
      minimumLength: Number(minimum),
      maximumLength: Number(maximum),
      sensitive: sensitiveTags.has(tag),
    });
  }
  return rows;
}

/** Every tag that the kernel, the descriptions and the masking know. */
export const emvTags: ReadonlyMap<string, TagRow> = readTable();

/** The format of a data object; unknown ones count as binary. */
export const tagFormat = (tag: string): TagRow['format'] => emvTags.get(tag)?.format ?? 'b';

/** `9F26 Application Cryptogram`, or the tag alone when nobody knows it. */
export function tagTitle(tag: string): string {
  const row = emvTags.get(tag);
  return row === undefined ? tag : `${tag} ${row.name}`;
}
