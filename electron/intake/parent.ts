/** The process that started this one. */
export type Parent<Heard, Said> = {
  readonly hear: (heard: (message: Heard) => void) => void;
  /** Resolves when the message is on its way. */
  readonly say: (message: Said) => Promise<void>;
};

/** What Electron gives its utility processes instead of Node's channel. */
type Port = {
  readonly on: (event: 'message', heard: (event: { readonly data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
};

/** The parent of this child process, wherever it runs; without its parent the process ends. */
export function openParent<Heard, Said>(): Parent<Heard, Said> {
  const { parentPort } = process as unknown as { readonly parentPort?: Port };
  return parentPort === undefined ? overChannel() : overPort(parentPort);
}

function overChannel<Heard, Said>(): Parent<Heard, Said> {
  process.on('disconnect', () => { process.exit(); });
  return {
    hear: (heard) => { process.on('message', (message) => { heard(message as Heard); }); },
    say: (message) => new Promise((resolve) => { process.send?.(message, undefined, undefined, () => { resolve(); }); }),
  };
}

/** Electron ends a utility process together with the program. */
function overPort<Heard, Said>(port: Port): Parent<Heard, Said> {
  return {
    hear: (heard) => { port.on('message', ({ data }) => { heard(data as Heard); }); },
    say: (message) => {
      port.postMessage(message);
      return Promise.resolve();
    },
  };
}
