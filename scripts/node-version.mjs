/** Says one sentence and ends where a script was started with a Node other than the one the project brings along. */
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`这个脚本需要 Node 24 或更新版本，当前为 ${process.versions.node}；请通过 npm 启动（npm start、npm test），它会使用项目自带的 Node。\nThis script needs Node 24 or newer; this is ${process.versions.node}. Start it through npm (npm start, npm test), which uses the project's own Node.\n`);
  process.exit(1);
}
