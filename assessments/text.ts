/** Names of the blanks of a template: `'{a} of {b}'` has `'a' | 'b'`. */
export type Blanks<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;

/** A text that holds every one of the named blanks. */
type Holding<Names extends string> =
  [Names] extends [never] ? string
    : (Names extends string ? (text: `${string}{${Names}}${string}`) => void : never) extends (text: infer All) => void ? All : never;

type Dictionary = Readonly<Record<string, string>>;

/** What a translation of `Source` must be: every key, and in each text every blank. Anything less does not compile. */
export type Messages<Source extends Dictionary> = { readonly [Key in keyof Source]: Holding<Blanks<Source[Key]>> };

/** Looks a text up and fills its blanks; a key or a blank that is not there does not compile. */
export type Text<Source extends Dictionary> = <Key extends keyof Source & string>(
  key: Key,
  ...blanks: [Blanks<Source[Key]>] extends [never] ? [] : [Readonly<Record<Blanks<Source[Key]>, string | number>>]
) => string;

/** The texts of one language, as a function of key and blanks. `{count?gap|gaps}` is a word by the number in a blank: the first for one, the second otherwise. */
export function createText<Source extends Dictionary>(dictionary: { readonly [Key in keyof Source]: string }): Text<Source> {
  return (key, ...blanks) => {
    const values: Readonly<Record<string, string | number>> = blanks[0] ?? {};
    return dictionary[key].replace(/\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => (one === undefined ? String(values[name] ?? whole) : String(Number(values[name]) === 1 ? one : many)));
  };
}
