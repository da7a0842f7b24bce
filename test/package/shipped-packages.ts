/** Every package that goes into the program, but for the part of resvg that is each system's own. A new one is a decision: look at who makes it and at its licence, then add it. */
export const shippedPackages: readonly string[] = [
  'Adobe cmap-resources', // no package: the maps in electron/character-maps
  '@ant-design/colors', '@ant-design/cssinjs', '@ant-design/cssinjs-utils', '@ant-design/fast-color', '@ant-design/icons', '@ant-design/icons-svg', '@babel/runtime',
  '@emotion/hash', '@emotion/unitless', '@expo-google-fonts/noto-sans-sc', '@marcbachmann/cel-js', '@noble/ciphers', '@noble/hashes', '@rc-component/async-validator',
  '@rc-component/checkbox', '@rc-component/color-picker', '@rc-component/dialog', '@rc-component/drawer', '@rc-component/form', '@rc-component/input', '@rc-component/motion',
  '@rc-component/overflow', '@rc-component/pagination', '@rc-component/picker', '@rc-component/portal', '@rc-component/resize-observer', '@rc-component/select',
  '@rc-component/switch', '@rc-component/trigger', '@rc-component/util', '@rc-component/virtual-list', '@resvg/resvg-js', '@swc/helpers', 'antd', 'b4a', 'base64-js',
  'better-sqlite3', 'brotli', 'canonicalize', 'clone', 'clsx', 'commander', 'core-util-is', 'csv-parse', 'dayjs', 'dfa', 'echarts', 'electron', 'events-universal',
  'exceljs', 'fast-deep-equal', 'fast-fifo', 'fontkit', 'highs', 'immediate', 'inherits', 'is-mobile', 'isarray', 'js-yaml', 'jszip', 'lie', 'linebreak', 'pako', 'pdfkit', 'pend',
  'png-js', 'process-nextick-args', 'react', 'react-dom', 'react-is', 'readable-stream', 'restructure', 'rolldown', 'safe-buffer', 'saxes', 'scheduler', 'setimmediate', 'smol-toml',
  'streamx', 'string_decoder', 'stylis', 'svg-to-pdfkit', 'tar-stream', 'text-decoder', 'tiny-inflate', 'tmp', 'tslib', 'unicode-properties', 'unicode-trie', 'unpdf',
  'util-deprecate', 'uuid', 'xmlchars', 'yaml', 'yauzl', 'zod', 'zrender',
];
