/// Acronyms that people know better than what they stand for: no note needs to spell them out.
enum WellKnownAcronyms {
    static let all: Set<String> = Set(
        """
        AI AM API APIS ASCII AWS BIOS CD CEO CLI CPU CSS CSV CTO DB DIY DNA DNS DVD EOF EU FAQ FM FTP GB GIF GIT GMT \
        GNU GPS GPU GUI HDD HTML HTTP HTTPS IBM ID IDE IDS IMAP IO IOS IP ISBN ISO IT JPEG JPG JS JSON JWT KB LAN LED \
        MAC MB MD MIT MP3 MP4 NASA OK OS OSX PC PDF PHP PIN PM PNG POP3 PR PS RAM REST RFC ROM RSS SD SDK SIM SMS SMTP \
        SQL SSD SSH SSL SVG TB TCP TLS TODO TV TXT UDP UI UK UN URI URL URLS US USA USB UTC UTF8 UUID UX VM VPN WIFI \
        WWW XHTML XML YAML ZIP
        """.split(separator: " ").map(String.init))
}
