package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterFinderTest {
    private static final String CSV = """
            role,student id,First Name,middle,last,nicknames,parents,grade,permission,private
            pupil,104455,Maria,Elena,Lopez,Mari,Rosa Lopez; Jos\u00e9 Lopez,4,limited,
            pupil,104456,Will,,Young,Billy,Grace Young,7,no,
            pupil,104457,Jos\u00e9,,Garc\u00eda-Ruiz,Pepe,,11,full,
            pupil,104458,Grace,,May,,,10,no,
            pupil,9021,Sean,,O'Brien,,,2,limited,
            pupil,104460,"Nguyen, An",,Tran,,,12,limited,
            staff,E-20771,Mark,,Lopez,,,,,"559-555-0142; 42 Elm St"
            """;

    private static final List<String> CASES = List.of(
            "\u00abMaria Lopez\u00bb was absent today.",
            "\u00abmaria lopez\u00bb was absent",
            "\u00abMARIA E. LOPEZ\u00bb",
            "\u00abMari Lopez\u00bb and \u00abMaria Elena Lopez\u00bb",
            "\u00abLopez, Maria\u00bb (grade 4)",
            "attached: \u00abLopez_Maria\u00bb_IEP.pdf",
            "> \u00abMaria\n> Lopez\u00bb wrote",
            "pupil \u00ab104455\u00bb transferred",
            "\u00abJose Garcia Ruiz\u00bb, \u00abPepe Garc\u00eda\u00bb",
            "\u00abJOS\u00c9 GARCIA-RUIZ\u00bb is in 11th grade",
            "\u00abSean O\u2019Brien\u00bb and \u00abSean OBrien\u00bb",
            "student ID \u00ab9021\u00bb",
            "\u00abRosa Lopez\u00bb called",
            "\u00abMaria Lopez\u00bb came late. \u00abMaria\u00bb says that Mrs. \u00abLopez\u00bb knows.",
            "\u00abMaria Lopez\u00bb sat with \u00abMaria L\u00bb. again",
            "\u00abWill Young\u00bb fell. Then we asked if \u00abWill\u00bb was hurt.",
            "\u00abmaria.lopez\u00bb@students.district.example",
            "\u00abNguyen An Tran\u00bb",
            "Will young children be admitted?",
            "grace may follow",
            "She will show grace; may I go?",
            "Mark Lopez teaches math.",
            "Mr. Lopez teaches math.",
            "Maria Callas sang.",
            "We met Maria. Lopez was away.",
            "PO 104455 was paid",
            "Invoice #104455",
            "room 9021 is closed",
            "9021 votes were cast",
            "1044551 and 10445 are others",
            "The May 2026 budget will mark young teachers' pay.",
            "Elm St is closed",
            "a private line: \u00ab559-555-0142\u00bb",
            "Garcia Lopez LLC sent 104 boxes");

    private static RosterFinder finder(boolean gradeBand) {
        return new RosterFinder(Roster.read(CSV), gradeBand);
    }

    @Test
    void pupilsAreFoundAndWhatOnlyLooksLikeAPupilIsNot() {
        FinderCases.Score score = new FinderCases(CASES).score(finder(false));
        System.out.println("roster: " + score);
        assertThat(score.missed()).isEmpty();
        assertThat(score.wrong()).isEmpty();
    }

    @Test
    void aFirstNameCountsInEveryPartOfAnItemThatNamesThePupil() {
        Map<Part, String> texts =
                Map.of(new Part.Subject(), "About Maria", new Part.Body(), "See 104455. She is Maria, not Marisa.");
        Map<Part, List<Found>> found = finder(false).find(texts);
        assertThat(found.get(new Part.Subject()))
                .containsExactly(
                        new Found(6, 11, PersonalData.PUPIL, "roster: short name of a pupil named in this item"));
        assertThat(found.get(new Part.Body())).hasSize(2);
        assertThat(finder(false).find(Map.of((Part) new Part.Subject(), "About Maria")))
                .isEmpty();
    }

    private static String shown(boolean gradeBand, String text) {
        List<Found> found =
                finder(gradeBand).find(Map.of((Part) new Part.Body(), text)).getOrDefault(new Part.Body(), List.of());
        return Concealment.written(Concealment.of(
                text,
                found.stream()
                        .map(one -> new Concealment.Cover(one.start(), one.end(), "x"))
                        .toList()));
    }

    @Test
    void theGradeBandRuleLeavesWhatParentsAllow() {
        assertThat(shown(true, "Maria Lopez won. Lopez, Maria Elena won."))
                .isEqualTo("Maria L[x] won. L[x], Maria Elena won.");
        assertThat(shown(true, "Maria Elena Lopez won.")).isEqualTo("Maria [x] L[x] won.");
        assertThat(shown(true, "Sean O'Brien won.")).isEqualTo("Sean O[x] won.");
        assertThat(shown(true, "Jos\u00e9 Garc\u00eda-Ruiz won.")).isEqualTo("Jos\u00e9 Garc\u00eda-Ruiz won.");
        assertThat(shown(true, "Grace May won.")).isEqualTo("[x] won.");
        assertThat(shown(true, "Will Young won.")).isEqualTo("[x] won.");
        assertThat(shown(true, "Nguyen An Tran won.")).isEqualTo("Nguyen An T[x] won.");
        assertThat(shown(true, "pupil 104457 of Rosa Lopez")).isEqualTo("pupil [x] of [x]");
        assertThat(shown(false, "Jos\u00e9 Garc\u00eda-Ruiz won.")).isEqualTo("[x] won.");
    }

    @Test
    void aNameThatStaffHasTooIsSaidToBe() {
        Roster roster = Roster.read("role,first,last\npupil,Ana,Ruiz\nstaff,Ana,Ruiz\n");
        assertThat(new RosterFinder(roster, false)
                        .find(Map.of((Part) new Part.Body(), "Ana Ruiz"))
                        .get(new Part.Body()))
                .singleElement()
                .satisfies(found -> assertThat(found.origin()).contains("and of a person of the staff"));
    }

    @Test
    void aRosterIsReadAsItIsExported() {
        Roster roster = Roster.read(
                "\ufeffLast,First,ID,Grade,Nicknames\r\n\"Smith, Jr.\",\"A \"\"Al\"\"\",7,TK,Al; Ally\r\n\r\n");
        RosterPerson person = roster.people().getFirst();
        assertThat(roster.people()).hasSize(1);
        assertThat(person.last()).isEqualTo("Smith, Jr.");
        assertThat(person.first()).isEqualTo("A \"Al\"");
        assertThat(person.nicknames()).containsExactly("Al", "Ally");
        assertThat(person.grade()).hasValue(0);
        assertThat(person.pupil()).isTrue();
    }

    @Test
    void aRosterThatCannotBeReadSaysWhere() {
        assertThatThrownBy(() -> Roster.read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Roster.read("name,grade\nx,1\n")).hasMessageContaining("first and last, or id");
        assertThatThrownBy(() -> Roster.read("first,last,grade\nA,B,13\n")).hasMessageContaining("Row 2");
        assertThatThrownBy(() -> Roster.read("first,last,permission\nA,B,maybe\n"))
                .hasMessageContaining("Row 2");
        assertThatThrownBy(() -> Roster.read("first,last\n\"A,B\n")).hasMessageContaining("quoted");
    }

    @Test
    void aLargeDistrictIsLookedForInTime() {
        String csv = "first,last,id\n"
                + IntStream.range(0, 43_000)
                        .mapToObj(i -> "First" + (char) ('a' + i % 26) + i % 211 + ",Last" + (char) ('a' + i % 19)
                                + i % 797 + "," + (500_000 + i))
                        .collect(Collectors.joining("\n"));
        RosterFinder finder = new RosterFinder(Roster.read(csv), false);
        String text = "The budget of the district was read twice and adopted. ".repeat(200) + "Pupil 500123 came.";
        long before = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(finder.find(Map.of((Part) new Part.Body(), text))).isNotEmpty();
        }
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }
}
