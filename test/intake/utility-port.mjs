/** Gives a process of Node the `parentPort` of a utility process, and takes Node's own channel away from it. */
import { EventEmitter } from 'node:events';

const send = process.send.bind(process);
const port = Object.assign(new EventEmitter(), { postMessage: (message) => { send(message); } });
process.on('message', (data) => { port.emit('message', { data, ports: [] }); });
process.on('disconnect', () => { process.exit(); });
process.send = undefined;
process.parentPort = port;
