package org.muniment.batch.produce;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.production.loadfile.Log;

/** Words that stand on pages and in tables because the program prints them there, whatever the items say. */
final class PrintedWords {
    /** On pages and in logs, and the names in a bag's papers (RFC 8493); kept with {@link MessageLeaf}, {@link SlipSheet}, {@link Front}, {@link Departure} and the tables. */
    private static final String SET = """
            Address Account Captured Answer of the server Links
            Kind E-mail Email Voicemail Web posting WebPost Attachment Attachments Calendar From To Cc Bcc Sent Posted Received Caller
            Mailbox Caller's name number Length seconds Delivered to Date unknown as written Subject no subject no name
            Transcript. Made by a machine unless it says otherwise; the recording counts. The machine's confidence:
            Written or corrected by a person There is no transcript of the recording
            in the archive file in the text wrapping digital signature and more files
            Produced in native format File without pages File Type Size Why Where it is in the folder NATIVES bytes
            Its words, as far as a program could read them: its words are set instead
            Parts of this item are redacted, so it is not given as a file
            A recording A film An archive file A file of this type is given as the file itself A spreadsheet
            No program that renders such files is installed on the archive's computer Encrypted Damaged The file is empty
            The PDF file is protected by a password The PDF file is damaged The picture is damaged or can't be shown
            This e-mail voicemail posting calendar entry contact attachment is withheld. Ground With it This page stands in its place.
            See the log of what is withheld. Records enclosed records with attachments pages How to check this production
            Each page has a number at its lower right. A message is followed by its attachments. spreadsheet recording
            What is withheld removed passage passages segregated Responsible for withholding Log of what is withheld
            Contents Page Pages From and to What it covers Ground For Production Prepared by Replaces Letter Summary Log
            Nothing is withheld and no part is removed. WITHHELD REDACTED Not reviewed. For use within the district only.
            Class 1 Permanent Class 2 Optional Class 3 Disposable Items Month Held For the supervisor unclassified
            America/Los_Angeles Bag BagIt-Version Tag-File-Character-Encoding Source-Organization Bagging-Date
            External-Identifier External-Description Payload-Oxum
            remote pictures were not loaded characters have no letter form
            """;

    private PrintedWords() {}

    /** All of them, with the names of a load file's fields and of the logs' columns. */
    static String all() {
        return Stream.of(
                        Stream.of(SET),
                        Stream.of(LoadField.values()).map(LoadField::name),
                        Stream.of(Log.values()).flatMap(log -> log.columns().stream()))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
