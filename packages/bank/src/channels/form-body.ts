/** Writes a form as `application/x-www-form-urlencoded` in UTF-8. */
export function writeForm(fields: Readonly<Record<string, string>>): Uint8Array {
  const text = Object.entries(fields)
    .map(([name, value]) => `${encodeField(name)}=${encodeField(value)}`)
    .join("&");
  return new TextEncoder().encode(text);
}

function encodeField(text: string): string {
  return encodeURIComponent(text).replaceAll("%20", "+");
}
