import Glibc
import KBCommands

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
