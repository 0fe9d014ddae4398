extension WordList {
    /// Given names that are hardly ever anything else. With a capital, they begin a person's name.
    static let givenNames: StaticString = """
        aaron abdul abigail abraham adam adrian agnes ahmed alan albert alejandro alex alexander alexandra
        alexei alfred alice alicia alison allan amanda amir amy ana anders andre andrea andreas andrei andrew
        andy angela anil anita ann anna anne annie anthony antoine antonio arthur arun ashok astrid barbara
        barry beatrice ben benjamin bernard bernhard beth betty bob bradley brandon brenda brian bruce bruno
        bryan carla carlos carol caroline catherine cecilia charles charlie charlotte cheng chris christian
        christina christine christoph christopher cindy claire clara claudia colin connor craig cynthia daniel
        daniela danny darren dave david deborah denis dennis derek diana diane diego dmitri dmitry dominic
        donald donna doris dorothy douglas dr duncan dylan eduardo edward edwin elaine eleanor elena eli
        elizabeth ellen elliot emily emma enrique eric erica erik ernest ethan eugene evelyn fabio federico
        felix fernando fiona florian frances francesco francis francois fred frederick gabriel gareth gary geoff
        geoffrey george gerald gerard giovanni giuseppe gloria gordon graham greg gregory guillaume gustav guy
        hannah hans harold harry harvey hassan heather heidi heinrich helen helena henri henry herbert hiroshi
        howard hugh ian ibrahim igor ingrid irene isaac isabel isabella ivan jacob jacqueline jacques james jan
        jane janet jason javier jean jeff jeffrey jennifer jeremy jerome jerry jessica jill jim jimmy joan
        joanna joe joel johan johann john johnny jon jonas jonathan jorge jose joseph josh joshua juan judith
        julia julian julie jun justin kai karen karin karl kate katherine kathleen katie keith kelly ken kenji
        kenneth kevin kim klaus kumar kurt larry laura lauren laurent leila leo leon leonard leslie lewis liam
        linda lisa lorenzo louis louise luca lucas lucia lucy luigi luis luke manuel marcel marco marcus
        margaret maria marie mario marion markus martha martin martina mary mateo matt matthew matthias maurice
        megan mehmet mei melissa michael michel michelle miguel mike mikhail milan ming mohamed mohammad
        mohammed molly monica mr mrs ms muhammad nancy natalie natasha nathan neil nicholas nick nicola nicolas
        nicole nigel nikhil nina noah nora norman oleg olga oliver olivia omar oscar owen pablo pamela patricia
        patrick paul paula pauline pedro penelope peter phil philip philippe phillip pierre priya prof rachel
        rafael rahul raj rajesh ralph ramesh ravi raymond rebecca rene ricardo richard rita rob robert roberto
        robin rodney roger roland ronald rosa ruth ryan sally samantha samuel sandra sanjay sara sarah scott
        sean sebastian sergei sergey sergio sharon shirley silvia simon sir sofia sophie stanley stefan stella
        stephanie stephen steve steven stuart sue sunil susan suzanne sven sylvia takashi tamara tanya tara ted
        teresa terry theodore theresa thomas tim timothy tina tobias todd tom tony tracy trevor ulrich ursula
        valerie vanessa veronica victor victoria vijay vincent virginia vladimir walter wei wendy werner william
        wolfgang xavier yan yuri yves yvonne zhang
        """
}
