/// Nouns of everyday English: alone they seldom name what a note explains, but its `user`, its `age` or its `city`.
///
/// General English; no word was taken from any collection of notes. A note that is about one of them says so in its
/// title, a tag or a heading, which outweighs the list.
enum EverydayWords {
    /// Whether the folded `word`, without a plural's `s`, is one.
    static func contains(_ word: UnsafeRawBufferPointer) -> Bool {
        var print = Fingerprint()
        // `companies` is in the list as `company`.
        if word.count > 4, word.suffix(3).elementsEqual("ies".utf8) {
            print.add(UnsafeRawBufferPointer(rebasing: word.dropLast(3)))
            print.add(UInt8(ascii: "y"))
        } else {
            print.add(Fingerprint.singular(word))
        }
        return prints.contains(print.value)
    }

    private static let prints: Set<UInt64> = text.withUTF8Buffer { text in
        Set(
            text.split { $0 <= UInt8(ascii: " ") }.map { word in
                var print = Fingerprint()
                print.add(Fingerprint.singular(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: word))))
                return print.value
            })
    }

    private static let text: StaticString = """
        ability absence abstraction acceptance accident account achievement acquisition address adjustment
        adult advantage adventure affair affinity age agent agreement air airport ambition animal
        announcement apartment appearance arm army arrangement arrival art artist assessment assistance
        association atmosphere attack attempt attention attitude audience aunt author availability awareness
        baby back bag balance ball band bank bar bathroom battle beach bed bedroom beer beginning behavior
        behaviour belief bill bird birth block blood board boat body bone border boss bottle box boy brain
        brand bread breakfast bridge brother brush building burden bus business button buyer cake calm
        camera camp campaign candidate capability car card care career cat category cause ceiling
        celebration cell center century ceremony certainty chain chair chapter character charge charity
        chicken child children choice church circle city claim clarity class classroom clerk client climate
        clock clothes cloud club coach coat coffee colleague collection college color colour combination
        comfort command comment commission commitment community company competition complaint compliance
        computer conclusion confidence conflict confusion connection consequence constraint consumer contact
        container contest continent contribution conversation cook cooperation coordination copy corner
        correction cost country county couple course cousin cover coverage cow creation crisis criteria
        criterion crowd culture cup customer damage date daughter day deal dealer death debate debt decade
        deck defeat defence delay delivery demand department description desire desk destination destruction
        determination developer device difficulty dimension dinner direction director disagreement
        discussion disease dish display distance district division doctor document dog dollar door doubt
        dream dress drink driver duration duty ear earth east economy editor education effectiveness
        efficiency egg election email emergency emotion emphasis employee employer end enemy engineer
        enthusiasm entrance environment equipment error establishment evening event evidence examination
        exchange excitement exercise exhibition existence expansion expectation expense expert explanation
        expression extension eye face factory family fan farm father fault favorite fear feature feed
        feedback feeling field fight film finding finger fire fish floor flower follower food foot forest
        fortune foundation freedom frequency friend friendship fruit fun game garden gas gathering gender
        genre girl glass god gold government grade grass ground group guarantee guest guide guitar habit
        hair half hall hand happiness hardware harm hat head health heart height help history hobby hole
        holiday home homepage honour hope horse hospital hotel hour house human husband ice idea identity
        image impact implementation importance impression improvement inch income independence industry
        influence information initiative innovation inquiry insect instruction insurance intention
        interaction interest internet intervention interview interviewer introduction investigation
        investment invitation island isolation item job journey joy judgment juice justice key kid king
        kitchen knee knife knowledge lab labor lady lake land language law lawyer leader leadership leaf leg
        leisure lesson letter library life light limit list literature load location loss love luck lunch
        magazine mail maintenance majority man management manager manner map market marriage material math
        meal measure meat mechanism medicine medium meeting member membership menu message milk mind
        minister minute mirror mission mixture moment money month mood moon morning mother motion motivation
        mountain mouth movement movie museum music mystery myth name nation nature necessity neck
        negotiation neighbor neighbour news newspaper night noise north nose note notion number nurse
        objection obligation observation occasion occupation ocean offer office opening opinion opponent
        opportunity opposition organization origin outcome owner page pain paint pair paper parent park part
        participation partner party passage passenger passion password path patience patient peace pen
        penalty people perception performance permission person personality phase phenomenon philosophy
        phone photo phrase picture place plan plane planet plant plate play player pleasure pledge pocket
        point police politician pool popularity population position possession possibility post potato
        poverty power practice praise preference preparation presence president press price pride principle
        priority privilege prize procedure proceeding product production profession profile profit program
        progress project promise promotion proof property proportion proposal prospect protection protest
        provider publication publicity publisher purchase purpose pursuit quality quantity queen question
        quote race radio rain rating reaction reader reality reason receipt recipe recognition recruiter
        reduction reform refusal regard relation release relief religion removal rent repair reply report
        representation reputation request resistance resolution respect response responsibility restaurant
        review revolution reward rhythm rice ring ritual rival river road rock roof room route routine rule
        sacrifice safety sale salt sand satisfaction scheme school science screen sea search season seat
        secret section selection seller sense sentence separation series service session sex share ship
        shirt shoe shop shopping shortage shortcoming shoulder show sight sign silence singer sister site
        situation size skill skin sky sleep smile snow society soldier solution son song sound soup south
        space speech speed spirit sport spring staff star state statement station stone store storm story
        stranger street strength structure struggle student style subject subscriber sugar suggestion summer
        sun supermarket supply support surface surprise survey survival suspicion sympathy table tail talent
        tax tea teacher team technology telephone television temperature tendency tension territory text
        theater theatre thing threat ticket time title tone tool tooth topic touch tourist town toy trade
        tradition traffic train transfer transition travel treatment tree trip trouble truck trust truth tv
        uncle understanding unity university usage user vacation value vegetable vehicle victory video view
        viewer village violence visit visitor voice volume vote wage wall war warning watch water wealth
        weather web webpage website wedding week weight welfare west wheel wife willingness wind window wine
        winter wisdom wish witness woman wood word work worker world worry writer yard year
        """
}
