/** A file made to do harm or to confuse, and what must become of it: see `verdictOf`. */
export type HostileFile = {
  /** The path inside the family's folder, unique in it. */
  readonly name: string;
  readonly content: () => string | Uint8Array;
  readonly verdict: string;
  /** Takes so long to make or to judge that only the long run has it. */
  readonly long?: boolean;
};

export function file(name: string, content: string | Uint8Array | (() => string | Uint8Array), verdict: string): HostileFile {
  return { name, verdict, content: typeof content === 'function' ? content : () => content };
}

export function longFile(name: string, content: () => string | Uint8Array, verdict: string): HostileFile {
  return { name, verdict, content, long: true };
}

/** The same verdict for several contents; names are numbered where they are not given. */
export function files(extension: string, verdict: string, contents: Readonly<Record<string, string | Uint8Array | (() => string | Uint8Array)>>): readonly HostileFile[] {
  return Object.entries(contents).map(([name, content]) => file(`${name}${extension}`, content, verdict));
}
