package org.muniment.archive.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which characters each code of a font means: what searching and copying need (ISO 32000-1 §9.10.3). */
final class CodeMeanings {
    private static final int MAPPINGS = 100;
    private static final Pattern RANGE =
            Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*(?:<([0-9A-Fa-f]+)>|\\[([^\\]]*)\\])");
    private static final Pattern PAIR = Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]+)>");
    private static final Pattern SECTION = Pattern.compile("beginbf(range|char)(.*?)endbf", Pattern.DOTALL);

    private CodeMeanings() {}

    static byte[] written(SortedMap<Integer, String> meanings) {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <ffff>
                endcodespacerange
                """);
        List<Map.Entry<Integer, String>> all = new ArrayList<>(meanings.entrySet());
        for (int from = 0; from < all.size(); from += MAPPINGS) {
            List<Map.Entry<Integer, String>> some = all.subList(from, Math.min(all.size(), from + MAPPINGS));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(each -> map.append("<%04x> <%s>\n".formatted(each.getKey(), utf16(each.getValue()))));
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String utf16(String meaning) {
        return HexFormat.of().formatHex(meaning.getBytes(StandardCharsets.UTF_16BE));
    }

    /** The meanings in a map that another program wrote. */
    static SortedMap<Integer, String> read(byte[] written) {
        SortedMap<Integer, String> meanings = new TreeMap<>();
        Matcher section = SECTION.matcher(new String(written, StandardCharsets.ISO_8859_1));
        while (section.find()) {
            if (section.group(1).equals("char")) {
                Matcher pair = PAIR.matcher(section.group(2));
                while (pair.find()) {
                    meanings.put(code(pair.group(1)), text(pair.group(2)));
                }
            } else {
                ranges(section.group(2), meanings);
            }
        }
        return meanings;
    }

    private static void ranges(String section, SortedMap<Integer, String> meanings) {
        Matcher range = RANGE.matcher(section);
        while (range.find()) {
            int first = code(range.group(1));
            int last = code(range.group(2));
            if (range.group(3) == null) {
                Matcher each = Pattern.compile("<([0-9A-Fa-f]+)>").matcher(range.group(4));
                for (int at = first; at <= last && each.find(); at++) {
                    meanings.put(at, text(each.group(1)));
                }
            } else {
                String begin = text(range.group(3));
                for (int at = first; at <= last; at++) {
                    int end = begin.codePointBefore(begin.length());
                    String before = begin.substring(0, begin.length() - Character.charCount(end));
                    meanings.put(at, before + Character.toString(end + at - first));
                }
            }
        }
    }

    private static int code(String hex) {
        return Integer.parseInt(hex, 16);
    }

    private static String text(String hex) {
        String whole = hex.length() % 2 == 0 ? hex : hex + "0";
        return new String(HexFormat.of().parseHex(whole), StandardCharsets.UTF_16BE);
    }
}
