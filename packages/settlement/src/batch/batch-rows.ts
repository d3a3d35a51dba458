/** The rows of a batch that are settled together. */
export interface BatchRows {
  readonly from: number;
  readonly count: number;
}
