/**
 * Node's HTTP. Importing the module would also load what it exports besides, a WebSocket and with it a whole client for
 * the network: a fifth of the time the program takes to start, for nothing that is used.
 */
export const { createServer, request } = process.getBuiltinModule('node:http');
