import KBCommands

Program.main()
