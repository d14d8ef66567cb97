package dev.sparkstacker.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A segment by name: {@code segment-<first sequence, 20 digits>.sjl}, with {@code .gz} once compressed, or {@code
 * archive-<first sequence, 20 digits>.sjl}.
 *
 * @param firstSequence sequence of the first event it may hold
 * @param form the form it was found in
 */
record SegmentFile(long firstSequence, Form form) {
    /** The forms a segment takes in its life. */
    enum Form {
        PLAIN,
        COMPRESSED,
        ARCHIVE
    }

    static final HeaderFormat<SegmentHeader> HEADER = new HeaderFormat<>("SPARKJ01", SegmentHeader.class);

    private static final Pattern NAME = Pattern.compile("segment-(\\d{20})\\.sjl(\\.gz)?");
    private static final Pattern ARCHIVE_NAME = Pattern.compile("archive-(\\d{20})\\.sjl");
    private static final int BUFFER_BYTES = 64 * 1024;

    /** All segments, oldest first; one that is there in both forms counts as not compressed. */
    static List<SegmentFile> list(Storage storage) throws IOException {
        TreeMap<Long, SegmentFile> found = new TreeMap<>();
        for (String name : storage.list("")) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                SegmentFile file = new SegmentFile(
                        Long.parseLong(matcher.group(1)), matcher.group(2) == null ? Form.PLAIN : Form.COMPRESSED);
                found.merge(file.firstSequence, file, (one, other) -> one.compressed() ? other : one);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** All archives, oldest first. */
    static List<SegmentFile> archives(Storage storage) throws IOException {
        List<SegmentFile> found = new ArrayList<>();
        for (String name : storage.list("")) {
            Matcher matcher = ARCHIVE_NAME.matcher(name);
            if (matcher.matches()) {
                found.add(new SegmentFile(Long.parseLong(matcher.group(1)), Form.ARCHIVE));
            }
        }
        return found;
    }

    /** The given segments, and the archives of those that are gone, oldest first. */
    static List<SegmentFile> withArchives(Storage storage, List<SegmentFile> segments) throws IOException {
        TreeMap<Long, SegmentFile> all = new TreeMap<>();
        archives(storage).forEach(archive -> all.put(archive.firstSequence, archive));
        segments.forEach(segment -> all.put(segment.firstSequence, segment));
        return new ArrayList<>(all.values());
    }

    static String plainName(long firstSequence) {
        return String.format(Locale.ROOT, "segment-%020d.sjl", firstSequence);
    }

    static String archiveName(long firstSequence) {
        return String.format(Locale.ROOT, "archive-%020d.sjl", firstSequence);
    }

    boolean compressed() {
        return form == Form.COMPRESSED;
    }

    /** The name of its compressed form. */
    String compressedName() {
        return plainName(firstSequence) + ".gz";
    }

    /** The name it is found under. */
    String name() {
        return switch (form) {
            case PLAIN -> plainName(firstSequence);
            case COMPRESSED -> compressedName();
            case ARCHIVE -> archiveName(firstSequence);
        };
    }

    /** Its uncompressed bytes, also if it was compressed since it was listed. */
    InputStream open(Storage storage) throws IOException {
        return switch (form) {
            case PLAIN -> {
                try {
                    yield new BufferedInputStream(storage.read(name()), BUFFER_BYTES);
                } catch (NoSuchFileException compressedSince) {
                    yield unzip(storage);
                }
            }
            case COMPRESSED -> unzip(storage);
            case ARCHIVE -> new BufferedInputStream(storage.read(name()), BUFFER_BYTES);
        };
    }

    private InputStream unzip(Storage storage) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(storage.read(compressedName()), BUFFER_BYTES), BUFFER_BYTES);
    }

    /** Reads its header. @throws CorruptJournalException if it has none, or one of another segment */
    HeaderFormat.Read<SegmentHeader> readHeader(InputStream in) throws IOException {
        HeaderFormat.Read<SegmentHeader> read = HEADER.read(name(), in);
        if (read.header().firstSequence() != firstSequence) {
            throw new CorruptJournalException(
                    name(), 0, "its header begins at sequence " + read.header().firstSequence());
        }
        return read;
    }
}
