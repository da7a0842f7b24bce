import { run } from './program.ts';
import { localeLanguage } from './refusal.ts';
import { openTerminal } from './terminal.ts';

process.exitCode = await run(openTerminal(process, localeLanguage(process.env)), process.argv.slice(2));
