# CPack runs this between installing into its own folder and making the
# package: what Debian wants otherwise than `cmake --install` lays down.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(docs ${root}/usr/share/doc/donthu)
set(debian ${CPACK_DONTHU_SOURCE}/debian)

# A pipe's gzip writes neither name nor time.
function(compress from to)
  execute_process(COMMAND gzip -9nc INPUT_FILE ${from} OUTPUT_FILE ${to}
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# The unit lies where Debian 12 looks for it.
file(MAKE_DIRECTORY ${root}/lib/systemd)
file(RENAME ${root}/usr/lib/systemd/system ${root}/lib/systemd/system)
file(REMOVE_RECURSE ${root}/usr/lib)

# The configuration is the example with every line a comment.
file(READ ${docs}/donthu.toml.example example)
string(REGEX REPLACE "\n([^#\n])" "\n#\\1" settings "${example}")
string(REPLACE "Copy to donthu.toml and change; " "" settings "${settings}")
file(WRITE ${root}/etc/donthu/donthu.toml "${settings}")

compress(${root}/usr/share/man/man1/donthu.1
  ${root}/usr/share/man/man1/donthu.1.gz)
compress(${debian}/changelog ${docs}/changelog.gz)
file(REMOVE ${root}/usr/share/man/man1/donthu.1 ${docs}/LICENSE)
file(COPY ${debian}/copyright DESTINATION ${docs})
file(MAKE_DIRECTORY ${root}/usr/share/lintian/overrides)
file(COPY_FILE ${debian}/lintian-overrides
  ${root}/usr/share/lintian/overrides/donthu)
execute_process(COMMAND strip -R .comment -R .note ${root}/usr/bin/donthu
  COMMAND_ERROR_IS_FATAL ANY)

# Modes do not depend on the builder's umask, times not on the day.
execute_process(
  COMMAND chmod -R u=rwX,go=rX ${root} COMMAND_ERROR_IS_FATAL ANY)
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(
    COMMAND find ${root} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
    COMMAND_ERROR_IS_FATAL ANY)
endif()
