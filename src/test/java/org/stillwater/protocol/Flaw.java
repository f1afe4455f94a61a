package org.stillwater.protocol;

/** Ways to get the protocol wrong. The checker must find each of them. */
enum Flaw {
    /** An application reads the mode before it publishes its report. */
    READS_BEFORE_IT_PUBLISHES,
    /** The tool takes the names of the applications from the report files, which are replaced while it lists them. */
    LISTS_FILES_THAT_ARE_REPLACED,
    /** The tool is content with one listing. */
    LISTS_ONCE,
    /** A drain has no deadline. */
    HAS_NO_DEADLINE,
    /** A write looks whether the gate is open, and is counted afterwards. */
    CHECKS_BEFORE_IT_REGISTERS,
    /** An application reports before it has closed its gate. */
    REPORTS_BEFORE_IT_CLOSES,
    /** An application's report says "drained" but not for which epoch. */
    REPORTS_NO_EPOCH,
    /** The mode is written without comparing the epoch. */
    WRITES_BLINDLY,
    /** A process is killed after it has sent a commit, and the database carries it out later. No flaw, but a limit. */
    SENT_COMMITS_OUTLIVE_THEIR_PROCESS
}
