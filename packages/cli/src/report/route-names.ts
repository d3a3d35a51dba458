import type { BilingualText, Branch } from "@tongchou/core";

const names: Readonly<Record<Branch, BilingualText>> = {
  "1A": { zh: "1A 直签代发", en: "1A payroll hosting" },
  "1B": { zh: "1B 直签代发加服务", en: "1B hosting with services" },
  "1P": { zh: "1P 直签过渡代发", en: "1P interim hosting" },
  "2A": { zh: "2A 三方合同", en: "2A tripartite transfer" },
  "2B": { zh: "2B 另选机构", en: "2B agency reselection" },
  "3A": { zh: "3A 变更模式", en: "3A mode change" },
  "3B": { zh: "3B 新招", en: "3B new hire" },
  "3C": { zh: "3C 新增服务", en: "3C added service" },
  "3D": { zh: "3D 自有专项经费", en: "3D self-funded" },
  P0: { zh: "P0 公益性岗位", en: "P0 public-welfare post" },
  R: { zh: "R 不愿平移", en: "R refusal" },
  X: { zh: "X 范围外", en: "X out of scope" },
};

/** The name of a branch for people. */
export function routeNames(branch: Branch): BilingualText {
  return names[branch];
}
