import type { Claim } from "../claims/claim.ts";
import type { Comparison } from "../positions/position.ts";

/** True where a comparison has sides that disagree; false for none at all. */
export const isDisputed = (comparison: Comparison | undefined): boolean =>
  comparison !== undefined && comparison.kind !== null && comparison.positions.length > 1;

/** The claims of all positions. */
export const claimsIn = ({ positions }: Comparison): readonly Claim[] => positions.flatMap(({ claims }) => claims);
