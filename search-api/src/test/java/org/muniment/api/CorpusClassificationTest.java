package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.Standing;
import org.muniment.archive.schedule.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schedule that ships, held against mail and papers nobody wrote for it: a company's labelled mail, a district's policies and
 * meetings. Kept outside this project; {@code MUNIMENT_CORPORA} names the folder.
 */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class CorpusClassificationTest {
    private static final Path CORPORA = Path.of(String.valueOf(System.getenv("MUNIMENT_CORPORA")));

    /** Company business; employment; the editing of a document. */
    private static final Set<String> BUSINESS = Set.of("1.1", "1.5", "1.6");

    /** Purely personal; personal in a professional context; logistics. */
    private static final Set<String> NO_BUSINESS = Set.of("1.2", "1.3", "1.4");

    @TempDir
    Path scratch;

    private record Labelled(String labels, byte[] mail) {}

    private List<Verdict> verdicts(List<Labelled> mails) {
        try (Clerk clerk = new Clerk(scratch)) {
            mails.forEach(one -> clerk.take(one.mail(), "someone@corpus.example", "Inbox"));
            return clerk.verdicts();
        }
    }

    private static Confusion bySeries(List<Labelled> mails, List<Verdict> verdicts) {
        var confusion = new Confusion();
        for (int i = 0; i < mails.size(); i++) {
            for (String label : mails.get(i).labels().split(" ")) {
                confusion.add(label, verdicts.get(i).series().id().value());
            }
        }
        System.out.print(confusion);
        return confusion;
    }

    @Test
    void businessIsNeverTakenForWhatIsNoRecord() throws IOException {
        List<Labelled> mails = enron();
        List<Verdict> verdicts = verdicts(mails);
        bySeries(mails, verdicts);
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < mails.size(); i++) {
            if (verdicts.get(i).series().standing() == Standing.NOT_A_RECORD) {
                Set<String> labels = Set.of(mails.get(i).labels().split(" "));
                wrong += labels.stream().anyMatch(BUSINESS::contains) ? 1 : 0;
                right += labels.stream().anyMatch(NO_BUSINESS::contains) ? 1 : 0;
            }
        }
        System.out.printf("No record: %d personal or logistics, %d business%n", right, wrong);
        assertThat(mails).hasSizeGreaterThan(800);
        assertThat(right).isPositive();
        assertThat(wrong).isZero();
    }

    private static List<Labelled> enron() throws IOException {
        var mails = new ArrayList<Labelled>();
        for (Path labels : files("enron-labelled", ".cats")) {
            var set = new TreeSet<String>();
            for (String line : Files.readAllLines(labels)) {
                String[] cells = line.split(",");
                set.add(cells[0].strip() + "." + cells[1].strip());
            }
            Path mail = Path.of(labels.toString().replaceAll("\\.cats$", ".txt"));
            mails.add(new Labelled(String.join(" ", set), Files.readAllBytes(mail)));
        }
        return mails;
    }

    @Test
    void policiesAndMinutesArePermanentAndAgendasAreNot() throws IOException {
        List<Labelled> papers = school();
        List<Verdict> verdicts = verdicts(papers);
        bySeries(papers, verdicts);
        for (int i = 0; i < papers.size(); i++) {
            RecordClass expected =
                    papers.get(i).labels().equals("agenda") ? RecordClass.DISPOSABLE : RecordClass.PERMANENT;
            assertThat(verdicts.get(i).classification().recordClass())
                    .as(papers.get(i).labels() + ": "
                            + verdicts.get(i).classification().reason())
                    .isEqualTo(expected);
        }
        Map<String, Long> counts =
                papers.stream().collect(Collectors.groupingBy(Labelled::labels, Collectors.counting()));
        assertThat(counts).containsOnlyKeys("policy", "minutes", "agenda");
    }

    private static List<Labelled> school() throws IOException {
        var papers = new ArrayList<Labelled>();
        for (Path policy : files("school-district/policy", ".txt")) {
            papers.add(paper("policy", String.valueOf(policy.getFileName()), Files.readString(policy)));
        }
        json("minutes-aids.json")
                .forEach(one -> papers.add(paper("minutes", one.get("title").asString(), "Attached.")));
        json("boarddocs-scraped.json")
                .forEach(one -> papers.add(paper(
                        "agenda",
                        "Agenda for the " + one.get("name").asString(),
                        one.get("categories")
                                .valueStream()
                                .map(item -> item.get("order").asString() + " "
                                        + item.get("name").asString())
                                .collect(Collectors.joining("\n")))));
        return papers;
    }

    /** What is no mail, as if someone had mailed it. */
    private static Labelled paper(String label, String subject, String body) {
        String mail = """
                From: Someone <someone@corpus.example>
                To: Anyone <anyone@corpus.example>
                Date: Mon, 02 Jun 2025 09:00:00 -0700
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(subject.replaceAll("\\R", " "), body);
        return new Labelled(label, mail.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String name) throws IOException {
        Path file = CORPORA.resolve("school-district/board-meetings/data").resolve(name);
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(CORPORA.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
