import type { Language } from '#assessments';

const zh = {
  product: 'MLOps 成熟度评估工作台',
  // Menus
  file: '文件', edit: '编辑', view: '视图', window: '窗口', help: '帮助',
  aboutProduct: '关于 MLOps 成熟度评估工作台', settings: '设置…', services: '服务', hide: '隐藏本程序', hideOthers: '隐藏其他', showAll: '全部显示', quit: '退出',
  newAssessment: '新建评估…', newWindow: '新建窗口', open: '打开…', openRecent: '打开最近的评估', noRecent: '（没有最近的评估）',
  importFiles: '导入证据文件…', importFolder: '导入证据文件夹…', saveCopy: '保存副本…', report: '生成报告…', print: '打印…', closeAssessment: '关闭评估', closeWindow: '关闭窗口',
  undo: '撤销', redo: '重做', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选', find: '查找…',
  licensedWording: '导入标准原文…', catalogue: '标准', journal: '操作记录', actualSize: '实际大小', zoomIn: '放大', zoomOut: '缩小', fullScreen: '全屏', developerTools: '开发者工具',
  minimize: '最小化', zoomWindow: '缩放', allToFront: '全部置于顶层', keys: '快捷键与说明', licences: '许可证',
  // Dialogs
  chooseFiles: '选择证据文件', chooseFolder: '选择证据文件夹', chooseAssessment: '选择评估文件', save: '保存', assessmentFile: '评估文件', allFiles: '所有文件',
  ok: '确定', cancel: '取消', replace: '替换', reload: '重新载入', wait: '继续等待', close: '关闭窗口',
  replaceQuestion: (name: string) => `“${name}”已存在，要替换它吗？`, replaceDetail: '替换后原来的内容无法恢复。',
  notSaved: (name: string) => `“${name}”没有保存成功`,
  saveDenied: '没有写入这个位置的权限：请换一个文件夹再保存。', saveFull: '磁盘已满：请腾出空间或换一个磁盘再保存。', saveReadOnly: '这个磁盘是只读的：请换一个位置再保存。',
  saveBusy: '这个文件正被其他程序使用：请先关闭它，或换一个名称再保存。', saveGone: '所选文件夹已经不在了：请换一个文件夹再保存。', saveFailed: '写入磁盘时出错：请检查磁盘，或换一个位置再保存。',
  saveOntoOpen: '这个评估文件正在本程序中打开，不能被覆盖：请换一个名称再保存。',
  remoteTitle: '不能直接使用网络位置',
  remoteAssessment: '网络共享上的评估无法可靠保存：请先把文件复制到本机磁盘，再打开那份副本。',
  remoteDrop: '不接受从网络位置拖入的文件：请先复制到本机，或用“导入证据文件夹”选择。',
  openElsewhere: '这个评估已在另一个窗口中打开。',
  workRunning: '这个窗口还有工作没有完成', workRunningDetail: '关闭窗口会取消正在进行的导入或报告；已经保存的内容都在。', keepOpen: '保持打开', closeAnyway: '取消工作并关闭',
  // Failures
  gone: '这个窗口的页面意外停止了', goneDetail: (reference: string) => `已经保存的内容都在。重新载入即可继续。日志编号：${reference}`,
  stuck: '这个窗口没有响应', stuckDetail: '可以继续等待，也可以重新载入；已经保存的内容都在。',
  bug: '程序内部出错', bugDetail: (reference: string) => `这一步可能没有完成，已经保存的内容都在。请凭编号在日志中查找：${reference}`,
  noFolder: '无法使用用户数据文件夹：请检查它的权限和磁盘空间，或用环境变量 MATURITY_USER_FOLDER 指定另一个文件夹。',
  notStarted: (reference: string) => `程序无法启动：请确认用户数据文件夹可以写入，然后重新启动。日志编号：${reference}`,
  // About
  version: (version: string) => `版本 ${version}`, edition: '单机版：不联网，不收集任何数据。', packs: (packs: string) => `标准包：${packs}`, noPacks: '无',
};

/** Every text of the shell's own menus and dialogs, in one language; blanks are arguments. */
export type Words = typeof zh;

const en: Words = {
  product: 'MLOps Maturity Workbench',
  file: 'File', edit: 'Edit', view: 'View', window: 'Window', help: 'Help',
  aboutProduct: 'About MLOps Maturity Workbench', settings: 'Settings…', services: 'Services', hide: 'Hide Workbench', hideOthers: 'Hide Others', showAll: 'Show All', quit: 'Quit',
  newAssessment: 'New Assessment…', newWindow: 'New Window', open: 'Open…', openRecent: 'Open Recent', noRecent: '(no recent assessments)',
  importFiles: 'Import Evidence Files…', importFolder: 'Import Evidence Folder…', saveCopy: 'Save a Copy…', report: 'Make Report…', print: 'Print…', closeAssessment: 'Close Assessment', closeWindow: 'Close Window',
  undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select All', find: 'Find…',
  licensedWording: 'Import Licensed Wording…', catalogue: 'Catalogue', journal: 'Journal', actualSize: 'Actual Size', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', fullScreen: 'Full Screen', developerTools: 'Developer Tools',
  minimize: 'Minimize', zoomWindow: 'Zoom', allToFront: 'Bring All to Front', keys: 'Keys and Help', licences: 'Licences',
  chooseFiles: 'Choose evidence files', chooseFolder: 'Choose evidence folders', chooseAssessment: 'Choose an assessment', save: 'Save', assessmentFile: 'Assessment', allFiles: 'All files',
  ok: 'OK', cancel: 'Cancel', replace: 'Replace', reload: 'Reload', wait: 'Keep Waiting', close: 'Close Window',
  replaceQuestion: (name) => `“${name}” already exists. Replace it?`, replaceDetail: 'What it holds now cannot be brought back afterwards.',
  notSaved: (name) => `“${name}” was not saved`,
  saveDenied: 'You may not write there: choose another folder and save again.', saveFull: 'The disk is full: free some space or choose another disk and save again.', saveReadOnly: 'This disk can only be read: choose another place and save again.',
  saveBusy: 'Another program is using this file: close it there, or save under another name.', saveGone: 'The chosen folder is no longer there: choose another folder and save again.', saveFailed: 'The disk reported an error: check it, or choose another place and save again.',
  saveOntoOpen: 'This assessment is open in this program and cannot be written over: save under another name.',
  remoteTitle: 'Network places cannot be used directly',
  remoteAssessment: 'An assessment on a network share cannot be saved reliably: copy the file to a disk of this computer and open the copy.',
  remoteDrop: 'Files dropped from a network place are not taken: copy them to this computer first, or choose them with Import Evidence Folder.',
  openElsewhere: 'This assessment is open in another window.',
  workRunning: 'Work in this window is not finished', workRunningDetail: 'Closing the window cancels the import or report under way; everything saved is kept.', keepOpen: 'Keep Open', closeAnyway: 'Cancel Work and Close',
  gone: 'The page of this window stopped unexpectedly', goneDetail: (reference) => `Everything saved is kept. Reload to go on. Reference in the log: ${reference}`,
  stuck: 'This window does not respond', stuckDetail: 'You can keep waiting or reload it; everything saved is kept.',
  bug: 'Something went wrong inside the program', bugDetail: (reference) => `The last step may not have been done; everything saved is kept. The log has it under the reference ${reference}`,
  noFolder: 'The folder of the user\'s data cannot be used: check its permissions and the disk\'s free space, or name another folder in the environment variable MATURITY_USER_FOLDER.',
  notStarted: (reference) => `The program cannot start: make sure that the folder of its user data can be written, and start it again. Reference in the log: ${reference}`,
  version: (version) => `Version ${version}`, edition: 'Offline edition: it makes no connection and collects nothing.', packs: (packs) => `Catalogue packs: ${packs}`, noPacks: 'none',
};

/** The shell's texts in a language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en;
}
