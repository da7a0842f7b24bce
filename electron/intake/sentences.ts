import type { Bilingual, Diagnostic, DiagnosticKind } from '#assessments';

/** A file that was offered and not taken, with the reason in both languages. */
export type Refusal = { readonly path: string; readonly kind: DiagnosticKind } & Bilingual;

type Sentence = { readonly kind: DiagnosticKind } & Bilingual;

/** Why a file is not taken, or its content not read: everything the intake can say, each with what to do. */
const sentences = {
  link: { kind: 'link', zh: '这是一个链接，为避免读到所选文件夹之外的内容，未跟随。请直接选择它指向的文件。', en: 'This is a link. It was not followed, so that nothing outside the chosen folder is read; choose the file it points to instead.' },
  special: { kind: 'special-file', zh: '这不是普通文件（管道、设备或套接字），无法作为证据导入。', en: 'This is not a regular file but a pipe, device or socket, and cannot be taken as evidence.' },
  unreadable: { kind: 'unreadable', zh: '无法读取此文件或文件夹。请检查访问权限后重新导入。', en: 'This file or folder cannot be read. Check its permissions and import it again.' },
  changed: { kind: 'unreadable', zh: '此文件在读取过程中发生了变化。请等写入结束后重新导入。', en: 'This file changed while it was being read. Import it again when nothing writes to it any more.' },
  tooLarge: { kind: 'too-large', zh: '文件超过 2 GB，未导入。请拆分文件，或只提供其中需要的部分。', en: 'The file is larger than 2 GB and was not taken. Split it, or provide only the part that is needed.' },
  tooMany: { kind: 'too-large', zh: '文件数量超过一次导入的上限（20 万个），此处及之后的文件未导入。请分几次选择较小的文件夹。', en: 'There are more files than one import takes (200,000); those from here on were not taken. Choose smaller folders, one after the other.' },
  tooDeep: { kind: 'too-deep', zh: '文件夹层级过深（超过 64 层），其中的内容未导入。请直接选择里层的文件夹。', en: 'Folders are nested more than 64 deep here, and what lies below was not taken. Choose the inner folder itself.' },
  pathTooLong: { kind: 'unsafe-name', zh: '路径过长，未导入。请缩短文件夹或文件的名称。', en: 'The path is too long and was not taken. Shorten the names of its folders or of the file.' },
  escapingName: { kind: 'unsafe-name', zh: '压缩包内的文件名试图指向压缩包之外，未导入。请用可信的工具重新打包。', en: 'The name inside the archive tries to point outside of it, so the file was not taken. Pack the archive again with a tool you trust.' },
  repeatedName: { kind: 'ambiguous', zh: '压缩包内有多个同名文件（仅大小写不同也算同名），无法确定以哪个为准，均未导入。请解压后导入正确的文件。', en: 'The archive holds several files of this name (upper and lower case count as the same), so none of them was taken. Unpack it and import the right one.' },
  encrypted: { kind: 'encrypted', zh: '压缩包内的这个文件有密码保护，未导入。请去掉密码后重新导入。', en: 'This file in the archive is protected by a password and was not taken. Remove the password and import it again.' },
  archiveDamaged: { kind: 'archive-damaged', zh: '压缩包已损坏或不完整，其余内容无法读取。压缩包本身已保留；请重新获取一份后导入。', en: 'The archive is damaged or incomplete, and the rest of it could not be read. The archive itself is kept; import a fresh copy of it.' },
  memberDamaged: { kind: 'archive-damaged', zh: '压缩包内的这个文件已损坏（大小或校验值不符），未导入。请重新获取压缩包。', en: 'This file in the archive is damaged (size or checksum do not match) and was not taken. Get a fresh copy of the archive.' },
  unknownMethod: { kind: 'unread-format', zh: '压缩包内的这个文件采用了无法读取的压缩方式，未导入。请解压后直接导入。', en: 'This file in the archive is packed with a method that cannot be read, and was not taken. Unpack the archive and import the file itself.' },
  overlapping: { kind: 'archive-bomb', zh: '压缩包内的多个文件共用同一段数据，这是压缩炸弹的特征，未导入。', en: 'Several files in the archive share the same stretch of data, as archive bombs do; they were not taken.' },
  entryTooLarge: { kind: 'archive-bomb', zh: '压缩包内的这个文件解压后超过 512 MB，未导入。若确有需要，请解压后直接导入。', en: 'This file in the archive unpacks to more than 512 MB and was not taken. If it is needed, unpack the archive and import the file itself.' },
  archiveTooLarge: { kind: 'archive-bomb', zh: '压缩包解压后的总量超过 4 GB，此文件未导入。请解压后分批导入。', en: 'The archive unpacks to more than 4 GB in all, and this file was not taken. Unpack it and import it in parts.' },
  tooManyEntries: { kind: 'archive-bomb', zh: '压缩包内的文件超过 10 万个，之后的文件未导入。请解压后分批导入。', en: 'The archive holds more than 100,000 files, and those after that were not taken. Unpack it and import it in parts.' },
  nestedTooDeep: { kind: 'unread-format', zh: '压缩包嵌套超过三层，此压缩包已作为证据保留，但未打开。请解压后直接导入。', en: 'Archives are nested more than three deep here. This one is kept as evidence but was not opened; unpack it and import it directly.' },
  nestedTooLarge: { kind: 'too-large', zh: '此压缩包位于另一个压缩包内且超过 64 MB，已作为证据保留，但未打开。请先解压外层再导入。', en: 'This archive lies inside another and is larger than 64 MB. It is kept as evidence but was not opened; unpack the outer one and import it directly.' },
  unusualRatio: { kind: 'archive-bomb', zh: '此文件解压后是压缩数据的 200 倍以上。文件已导入；若并非日志之类的重复内容，请留意。', en: 'This file unpacks to more than 200 times its packed size. It was taken; have a look at it unless it is repetitive, like a log.' },
  unreadFormat: { kind: 'unread-format', zh: '此格式的内容暂不能自动读取，文件已作为证据保留，可手工关联到要求。', en: 'Content of this format is not read automatically. The file is kept as evidence and can be linked to requirements by hand.' },
  notText: { kind: 'not-text', zh: '按名称应为文本文件，但内容不是可识别的文本编码。请另存为 UTF-8 后重新导入。', en: 'By its name this should be text, but its bytes are in no known text encoding. Save it as UTF-8 and import it again.' },
  textTooLarge: { kind: 'too-large', zh: '文本超过 50 MB，文件已作为证据保留，但内容未读取。请提供其中需要的部分。', en: 'The text is larger than 50 MB. The file is kept as evidence but its content was not read; provide the part that is needed.' },
  contentTooLarge: { kind: 'too-large', zh: '文件超过 64 MB，已作为证据保留，但内容未读取。请导出其中需要的部分后重新导入。', en: 'The file is larger than 64 MB. It is kept as evidence but its content was not read; export the part that is needed and import that.' },
  databaseDamaged: { kind: 'malformed', zh: '数据库文件已损坏或不完整，内容未读取。请停止写入它的程序后重新复制一份导入。', en: 'The database is damaged or incomplete, and its content was not read. Stop the program that writes to it, copy it again and import the copy.' },
  databaseCut: { kind: 'partial', zh: '数据库内容很多，每张表只读取了前面的部分。请导出其中需要的部分后重新导入。', en: 'The database holds more than is read, so only the first rows of its tables were read. Export the part that is needed and import that.' },
  databaseLog: { kind: 'unread-format', zh: '这是正在使用的数据库的预写日志，其中的改动还不在数据库文件里，未读取。请关闭使用它的程序后重新导出数据库。', en: 'This is the log of a database that was in use; the changes in it are not in the database yet and were not read. Close the program that uses it and export the database again.' },
  workbookDamaged: { kind: 'malformed', zh: '工作簿已损坏或不符合格式，内容未读取。请用 Excel 打开并另存后重新导入。', en: 'The workbook is damaged or not as the format has it, and its content was not read. Open it in Excel, save it again and import that.' },
  workbookTooLarge: { kind: 'too-large', zh: '工作簿的内容过多，未读取，文件已作为证据保留。请删去无关的工作表后重新导入。', en: 'The workbook holds too much to be read. It is kept as evidence; remove the sheets that do not matter and import it again.' },
  workbookCut: { kind: 'partial', zh: '工作簿的单元格过多，只读取了前面的部分。请删去无关的工作表后重新导入。', en: 'The workbook has more cells than are read, so only the first ones were read. Remove the sheets that do not matter and import it again.' },
  workbookActive: { kind: 'partial', zh: '工作簿含有宏、嵌入对象或指向其他文件的链接，均未运行或跟随；读取的是保存时的数值。', en: 'The workbook holds macros, embedded objects or links to other files. None was run or followed; the values read are those that were saved.' },
  documentDamaged: { kind: 'malformed', zh: '文档已损坏或不符合格式，内容未读取。请用编辑它的软件打开并另存后重新导入。', en: 'The document is damaged or not as its format has it, and its content was not read. Open it in the program it was made with, save it again and import that.' },
  documentTooLarge: { kind: 'too-large', zh: '文档过大，或解开后的内容过多，未读取；文件已作为证据保留。请拆分，或只导出需要的部分后重新导入。', en: 'The document is too large, or unfolds to too much, to be read. It is kept as evidence; split it, or export the part that is needed and import that.' },
  documentCut: { kind: 'partial', zh: '文档内容很多，只读取了前面的部分（最多 500 页、500 万字）；其余内容搜索不到。请拆分后重新导入。', en: 'The document holds more than is read (500 pages, 5 million characters), so only its first part was read and can be searched. Split it and import the parts.' },
  documentEncrypted: { kind: 'encrypted', zh: '文档有密码保护，内容未读取，文件已作为证据保留。请去掉密码后重新导入，或手工关联到要求。', en: 'The document is protected by a password, and its content was not read. It is kept as evidence; remove the password and import it again, or link it by hand.' },
  documentScanned: { kind: 'partial', zh: '这份 PDF 没有文字，可能是扫描件，因此搜索不到其中的内容。请提供带文字的版本（例如先做文字识别），或手工关联到要求。', en: 'This PDF holds no text; it is probably scanned, so nothing in it can be searched. Provide a version with text (after text recognition, for example), or link it by hand.' },
  documentLetters: { kind: 'partial', zh: '这份 PDF 的部分或全部文字读不出来：它的字体没有说明各个字符是什么字，因此搜索不到。请用原软件重新导出，或先做文字识别，也可以手工关联到要求。', en: 'Some or all of the text of this PDF could not be read, because its fonts do not say which letters they draw; it cannot be searched. Export it again from the program it was made with, run text recognition, or link it by hand.' },
  documentPages: { kind: 'partial', zh: '这份 PDF 有一半以上的页没有文字，可能是扫描页，其中的内容搜索不到。请提供带文字的版本（例如先做文字识别），或手工关联到要求。', en: 'At least half of the pages of this PDF hold no text; they are probably scanned, and nothing in them can be searched. Provide a version with text (after text recognition, for example), or link it by hand.' },
  documentActive: { kind: 'partial', zh: '文档含有宏、脚本、附件、嵌入对象或指向其他文件的链接，均未运行或跟随；只读取了文字。', en: 'The document holds macros, scripts, attachments, embedded objects or links to other files. None was run or followed; only its text was read.' },
  oldDocument: { kind: 'unread-format', zh: '这是旧版 Office 的二进制格式（doc、xls、ppt），内容未读取，文件已作为证据保留。请另存为 docx、xlsx 或 pptx 后重新导入。', en: 'This is the binary format of older Office versions (doc, xls, ppt), and its content was not read. It is kept as evidence; save it as docx, xlsx or pptx and import that.' },
  pictureLocated: { kind: 'partial', zh: '图片或录像带有拍摄位置，可能属于个人信息。请确认可以留作证据；如不可以，请去除位置信息后重新导入。', en: 'The picture or recording tells where it was taken, which may be personal data. Make sure that it may be kept as evidence; otherwise remove the position and import it again.' },
  pictureNotes: { kind: 'partial', zh: '图片带有相机或手机写入的拍摄信息（时间、设备等），可能属于个人信息。请确认可以留作证据。', en: 'The picture holds notes of the camera or telephone (time, device and the like), which may be personal data. Make sure that it may be kept as evidence.' },
  recordingTooLarge: { kind: 'too-large', zh: '图片或录像超过 64 MB，已作为证据保留，但没有读取它的尺寸、时长和日期；可手工关联到要求。', en: 'The picture or recording is larger than 64 MB. It is kept as evidence, but its size, length and date were not read; it can be linked to requirements by hand.' },
  repositoryCut: { kind: 'partial', zh: '仓库的历史只读取了一部分（内容过多，或缺少、损坏了一些对象），其余提交没有计入。如需完整的历史，请提供完整克隆的仓库文件夹，或导出提交日志。', en: 'The history of this repository was read only in part: there is too much of it, or objects are missing or damaged. Provide the .git folder of a full clone, or an exported git log, if all of it is needed.' },
  tooSlow: { kind: 'too-slow', zh: '读取此文件超过 5 秒，已停止。文件已作为证据保留；请提供较小或较简单的版本。', en: 'Reading this file took more than 5 seconds and was stopped. It is kept as evidence; provide a smaller or simpler version.' },
  tooMuchMemory: { kind: 'too-much-memory', zh: '读取此文件耗尽了可用内存，已停止。文件已作为证据保留；请提供较小或较简单的版本。', en: 'Reading this file used up the memory allowed for it and was stopped. It is kept as evidence; provide a smaller or simpler version.' },
  readerFailed: { kind: 'malformed', zh: '读取此文件的内容时出错，未能得到事实。文件已作为证据保留，可手工关联到要求。', en: 'Reading the content of this file failed, so no facts came out of it. It is kept as evidence and can be linked to requirements by hand.' },
  readerTooDeep: { kind: 'too-deep', zh: '此文件的内容嵌套过深，无法读取。文件已作为证据保留；请提供较简单的版本。', en: 'The content of this file is nested too deeply to be read. It is kept as evidence; provide a simpler version.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Every reason for which the intake refuses a file or tells something about it. */
export type Reason = keyof typeof sentences;

/** The refusal of one offered file; counts as one in the sum of what was offered. */
export function refusal(path: string, reason: Reason): Refusal {
  return { path, ...sentences[reason] };
}

/** The same sentence about a file that was taken: a note beside it, not counted. */
export function diagnostic(path: string, reason: Reason): Diagnostic {
  return { path, place: null, ...sentences[reason] };
}

/** Names of all reasons. */
export const reasons = Object.keys(sentences) as [Reason, ...Reason[]];
