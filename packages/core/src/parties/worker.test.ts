import { describe, expect, expectTypeOf, it } from "vitest";
import { isStateOwnedEnterprise, unitNatureNames } from "./employer-unit.js";
import { directHireGroundNames } from "./direct-hire-approval.js";
import {
  fundingSourceNames,
  postClassNames,
  settlementRouteOf,
  type OutsidePopulation,
  type Population,
  type RouteOf,
  type SettlementRoute,
} from "./worker.js";
import { aUnit } from "../__fixtures__/small-town.js";

describe("settlementRouteOf", () => {
  it.each([
    ["non-establishment", "through-platform"],
    ["public-welfare-post", "through-platform"],
    ["outbound-labour", "through-platform"],
    ["migrant-worker", "project-account"], // State Council Order 724, articles 26 to 31
    ["student-intern", "direct-from-host"], // 教职成〔2021〕4号, article 18
    ["work-relief", "public-fund-account"],
  ] as const)("pays a %s %s", (population, route) => {
    expect(settlementRouteOf[population]).toBe(route);
  });

  it("is law and cannot be set", () => {
    const table = settlementRouteOf as { -readonly [P in Population]: SettlementRoute };
    expect(() => (table["migrant-worker"] = "through-platform")).toThrow(TypeError);
    expect(settlementRouteOf["migrant-worker"]).toBe("project-account");
  });

  it("is known to the compiler, population by population", () => {
    expectTypeOf<RouteOf<"migrant-worker">>().toEqualTypeOf<"project-account">();
    expectTypeOf<RouteOf<"student-intern">>().toEqualTypeOf<"direct-from-host">();
    expectTypeOf<RouteOf<"work-relief">>().toEqualTypeOf<"public-fund-account">();
    expectTypeOf<OutsidePopulation>().toEqualTypeOf<"migrant-worker" | "student-intern" | "work-relief">();
  });
});

describe("the words of the forms", () => {
  it.each([
    ["natures of units", unitNatureNames, 6],
    ["classes of posts", postClassNames, 5],
    ["sources of funds", fundingSourceNames, 5],
    ["grounds of direct hire", directHireGroundNames, 2],
  ])("are different for each of the %s", (_, names, count) => {
    const words = Object.values(names);
    expect(words).toHaveLength(count);
    expect(new Set(words).size).toBe(count);
  });
});

describe("isStateOwnedEnterprise", () => {
  it.each([
    ["state-owned-enterprise", true],
    ["administrative", false],
    ["self-supporting", false],
  ] as const)("of a unit that is %s: %s", (nature, isEnterprise) => {
    expect(isStateOwnedEnterprise(aUnit({ nature }))).toBe(isEnterprise);
  });
});
