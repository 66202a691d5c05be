package dev.plumbline.standalone.start;

/// The version of the product.
public final class Version {
    private Version() {}

    /// {@return as the jar says; `development` outside of one}
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
