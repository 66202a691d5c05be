package dev.plumbline.model.evidence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Tests texts of a small vocabulary against a form. Those that had it are remembered, since the same few words come
/// with
/// every record that is read, and a regular expression costs more than the rest of the reading.
public final class Vetted {
    /// A vocabulary beyond this is none; what comes later is tested each time.
    private static final int REMEMBERED = 4_096;

    private final Pattern form;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public Vetted(String form) {
        this.form = Pattern.compile(form);
    }

    /// Whether the whole text has the form.
    public boolean has(String text) {
        if (known.contains(text)) {
            return true;
        }
        if (!form.matcher(text).matches()) {
            return false;
        }
        if (known.size() < REMEMBERED) {
            known.add(text);
        }
        return true;
    }
}
