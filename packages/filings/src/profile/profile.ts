import type {
  BankAccountNumber,
  Fen,
  IdentityNumber,
  Period,
  PersonName,
  PlainDate,
  RatePpm,
} from "@tongchou/core";

/**
 * What a column holds.
 *
 * - `code`: letters and digits that are kept as text, such as an employee number.
 * - `contact`: a telephone number.
 * - `word`: one of the words the column lists.
 */
export type ColumnType = keyof TypedValues | "word";

/** The value that each type of column is read into. */
export interface TypedValues {
  readonly account: BankAccountNumber;
  readonly boolean: boolean;
  readonly code: string;
  readonly contact: string;
  readonly date: PlainDate;
  readonly identity: IdentityNumber;
  readonly integer: number;
  readonly money: Fen;
  readonly month: Period;
  readonly name: PersonName;
  readonly rate: RatePpm;
  readonly text: string;
}

/**
 * What becomes of a row whose cell in a column cannot be used.
 *
 * - `hold-out`: the row is held out, also when the cell is empty; a sheet without the column is refused.
 * - `hold-out-if-bad`: the row is held out, but an empty cell is allowed.
 * - `report`: the row stays, and the issue keeps its weight.
 * - `warn`: the row stays, and the issue becomes a warning. This is what holds unless something else is said.
 */
export type ProblemPolicy = "hold-out" | "hold-out-if-bad" | "report" | "warn";

/** One column of a form. */
export interface ProfileColumn {
  /** Name of the value in the rows. */
  readonly field: string;
  /** Header as the form prints it, and as it is written. */
  readonly header: string;
  /**
   * Other headers under which the column comes. A header of several rows is written with `/` between them.
   */
  readonly aliases?: readonly string[];
  readonly type: ColumnType;
  /** True when the form asks for it: a missing column or an empty cell is reported. */
  readonly required?: boolean;
  readonly onProblem?: ProblemPolicy;
  /** For columns of type `word`: what each word means. Of several for one meaning the first is written. */
  readonly words?: Readonly<Record<string, string>>;
  /** How days and months are written: `2024-03` unless said otherwise, or `202403`. Both are read. */
  readonly dateStyle?: "dashed" | "compact";
  /** True for a column that is written hidden. */
  readonly isHidden?: boolean;
}

/** Where a profile comes from and whether somebody compared it with the live form. */
export interface Provenance {
  /** How well it is established: published, of one other place, proposed here, or from memory. */
  readonly mark: "published" | "one-place" | "proposed" | "from-memory";
  readonly source: string;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
}

/** A form as data: forms change every year or two, so columns are matched by header and never by position. */
export interface Profile {
  /** Name and version, such as `jj.form.roster@1`. */
  readonly id: string;
  readonly title: string;
  readonly sheetName: string;
  readonly direction: "in" | "out" | "both";
  /** Fields of which at least one is filled in every row that is a record. */
  readonly keys: readonly string[];
  readonly columns: readonly ProfileColumn[];
  /** Rows that the receiver takes in one file; a longer list is split. No limit where it is left out. */
  readonly rowsPerFile?: number;
  readonly provenance: Provenance;
}

/**
 * A profile whose rows have a type: every column has to be of the type that is read into the row's value
 * of that name. A value is undefined where its cell is empty or cannot be used.
 */
export interface ProfileOf<Row> extends Profile {
  readonly keys: readonly (keyof Row & string)[];
  readonly columns: readonly ColumnOf<Row>[];
}

type ColumnOf<Row> = {
  [F in keyof Row & string]: ProfileColumn & {
    readonly field: F;
    readonly type: TypeFor<NonNullable<Row[F]>>;
    readonly words?: Readonly<Record<string, NonNullable<Row[F]> & string>>;
  };
}[keyof Row & string];

/** The types of column that are read into exactly this value; words where there is none. */
type TypeFor<Value> = [ExactType<Value>] extends [never] ? "word" : ExactType<Value>;

type ExactType<Value> = {
  [T in keyof TypedValues]: [Value, TypedValues[T]] extends [TypedValues[T], Value] ? T : never;
}[keyof TypedValues];
