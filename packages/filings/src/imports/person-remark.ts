import type { PersonName } from "@tongchou/core";

/** A person's remark: what stood in brackets behind the name, and the column of remarks. */
export function remarkOf(name: PersonName, remark: string | undefined): string | undefined {
  const texts = [name.remark, remark].filter((text) => text !== undefined && text !== "");
  return texts.length === 0 ? undefined : texts.join("；");
}
