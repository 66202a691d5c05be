package dev.plumbline.reporter.decide;

import java.security.SecureRandom;
import java.time.Instant;

/// Makes ULIDs: 48 bits of the moment in milliseconds, 80 of chance, in Crockford's base 32.
final class Ulids {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int OF_TIME = 10;
    private static final int OF_CHANCE = 16;

    private final SecureRandom random = new SecureRandom();

    String next(Instant now) {
        var digits = new char[OF_TIME + OF_CHANCE];
        long millis = now.toEpochMilli();
        for (int at = OF_TIME - 1; at >= 0; at--) {
            digits[at] = DIGITS.charAt((int) (millis & 31));
            millis >>>= 5;
        }
        for (int at = OF_TIME; at < digits.length; at++) {
            digits[at] = DIGITS.charAt(random.nextInt(DIGITS.length()));
        }
        return new String(digits);
    }
}
