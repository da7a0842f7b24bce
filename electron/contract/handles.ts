/** What stands for things of the machine: no path ever reaches the page. */

/** An open assessment, as the program that has it open calls it. */
export type AssessmentHandle = string;
/** A file or folder the user chose; issued by a dialog, a drop or an upload, good for one use. */
export type SourceHandle = string;
/** A file ready to be saved or downloaded by the user. */
export type DownloadHandle = string;
