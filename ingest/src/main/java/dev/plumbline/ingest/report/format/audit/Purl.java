package dev.plumbline.ingest.report.format.audit;

/// Name and version of a package out of its [URL](https://github.com/package-url/purl-spec), by cutting, without
/// decoding more than what names of packages need.
record Purl(String name, String version) {
    private static final Purl NONE = new Purl("", "");

    static Purl of(String text) {
        int type = text.startsWith("pkg:") ? text.indexOf('/') : -1;
        if (type < 0) {
            return NONE;
        }
        int end = text.length();
        for (char cut : new char[] {'?', '#'}) {
            int at = text.indexOf(cut);
            end = at >= 0 && at < end ? at : end;
        }
        int version = text.lastIndexOf('@', end - 1);
        int nameEnd = version > type + 1 ? version : end;
        String name = text.substring(type + 1, Math.max(type + 1, nameEnd)).replace("%40", "@");
        boolean maven = text.startsWith("pkg:maven/");
        return new Purl(maven ? name.replace('/', ':') : name, nameEnd < end ? text.substring(nameEnd + 1, end) : "");
    }
}
