/** Says one sentence and ends where a script was started with a Node other than the one the project brings along. */
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`Node ${process.versions.node} is too old for this script: start it through npm (npm start, npm test), which uses the project's own Node.\n`);
  process.exit(1);
}
