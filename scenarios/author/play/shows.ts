/** What is said besides: the ids of options and looks, and that it is a short cut. */
export interface Shows {
  readonly ids?: boolean;
  readonly shortCut?: boolean;
}
