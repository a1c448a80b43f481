@echo off
rem Runs the command 'bengal' from a checkout on Windows: compiles with Maven when the jar is missing.
rem Unlike the launcher for other systems it does not look whether the sources are newer: delete the jar for that.
setlocal
set "HOME_FOLDER=%~dp0"
set "JAR=%HOME_FOLDER%cli\target\quick\bengal.jar"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo bengal: no Java was found. Install a JDK, version 17 or newer, and set JAVA_HOME. 1>&2
    exit /b 2
)
if not exist "%JAR%" (
    echo bengal: compiling with Maven ... 1>&2
    call mvn -q -B -f "%HOME_FOLDER%pom.xml" -Pquick -pl cli -am package 1>&2
    if errorlevel 1 exit /b 2
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:TLABSize=64k -XX:-ResizeTLAB %BENGAL_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
