package org.stillwater.it.commandline;

class CommandLineIT extends AbstractCommandLineIT {}
