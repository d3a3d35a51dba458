declare const Papa: {
  readonly Parser: new (config: { readonly delimiter: string; readonly newline: "\n" }) => {
    parse(text: string, baseIndex: number, ignoreLastRow: boolean): unknown;
  };
};
export = Papa;
